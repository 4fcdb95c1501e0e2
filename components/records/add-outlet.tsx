"use client";

import { useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { buttonClass } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { partField } from "@/lib/records/evidence-filing";
import { USE } from "@/lib/records/form-marks";
import type { AlikeRecord } from "@/lib/records/likeness";
import { ORGANIZATION_KINDS } from "@/lib/records/organization";
import { AlikeList } from "./alike-list";
import { countryChoices } from "./country-choices";
import { alikeQuery, useFoundAlike } from "./found-alike";
import type { FoundRecord } from "./found-records";

/** What the form says of the outlet already. */
export type OutletFields = {
  /** The field that names it. */
  readonly field: string;
  /** As it came back, or as the address has it. */
  readonly values: Readonly<Record<"name" | "kind" | "country" | "url", string>>;
  readonly distinctFrom: readonly string[];
  readonly errors: Readonly<Record<string, string | undefined>>;
};

type Props = OutletFields & {
  name: string;
  told?: readonly AlikeRecord[];
  /** Takes one on file in its place; without it the form is sent for that. */
  onChosen?: (record: FoundRecord) => void;
};

const part = (field: string) => partField("outlet", field);

/**
 * An outlet that is not on file, recorded with the form's own record when its box is ticked. Its island needs the words of
 * `organization`, `record` and `form`.
 */
export function AddOutlet({ field, values, distinctFrom, errors, name, told = [], onChosen }: Props) {
  const t = useTranslations("record");
  const form = useTranslations("form");
  const organization = useTranslations("organization");
  const countries = countryChoices(useLocaleCode());
  const kindAtFirst = values.kind || "news_outlet";
  const [kind, setKind] = useState(kindAtFirst);
  const [chosen, setCountry] = useState<string | null>(null);
  const country = chosen ?? values.country;
  const asked = alikeQuery("organization", null, Object.entries({ name, kind, country }));
  const alike = useFoundAlike(asked) ?? told;
  const error = errors[part("name")] ?? errors[part("kind")] ?? errors[part("country")] ?? errors[part("url")];
  return (
    <fieldset
      id={`f-${part("distinctFrom")}`}
      tabIndex={-1}
      aria-label={t("addTitle", { name })}
      className="mt-1 border-l-4 border-accent pl-3"
    >
      <AlikeList
        records={alike}
        name={part("distinctFrom")}
        distinctFrom={distinctFrom}
        use={(record) => (
          <button
            type={onChosen ? "button" : "submit"}
            name={onChosen ? undefined : USE}
            value={onChosen ? undefined : `${field} ${record.slug}`}
            className={buttonClass("quiet")}
            onClick={onChosen && (() => onChosen(record))}
          >
            {t("alike.use")}
            <span className="sr-only"> ({record.title})</span>
          </button>
        )}
      />
      <label className="flex min-h-8 items-center gap-2 font-semibold">
        <input
          type="checkbox"
          name={part("name")}
          value={name}
          key={values.name}
          defaultChecked={values.name === name}
          className="size-5 accent-accent"
        />
        <span>{t("addHere", { name })}</span>
      </label>
      {error && <p className="font-semibold text-danger">{error}</p>}
      <input type="hidden" name={part("url")} value={values.url} />
      <div className="flex flex-wrap gap-3 pb-1">
        <select
          aria-label={t("addKind")}
          name={part("kind")}
          // React resets a form after its action, also what it controls: a new key has the new default.
          key={kindAtFirst}
          defaultValue={kindAtFirst}
          onChange={(event) => setKind(event.target.value)}
          className={`${CONTROL} flex-1 basis-40`}
        >
          {ORGANIZATION_KINDS.map((value) => (
            <option key={value} value={value}>
              {organization(`kind.${value}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t("addCountry")}
          name={part("country")}
          key={values.country}
          defaultValue={values.country}
          onChange={(event) => setCountry(event.target.value)}
          className={`${CONTROL} flex-1 basis-40`}
        >
          <option value="">{`${t("addCountry")} (${form("optional")})`}</option>
          {countries.map(({ value, label }) => (
            <option key={value} value={value} suppressHydrationWarning>
              {label}
            </option>
          ))}
        </select>
      </div>
      <p className="text-sm text-muted">{t("addHereHint")}</p>
    </fieldset>
  );
}
