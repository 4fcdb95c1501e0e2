"use client";

import { useState } from "react";
import { useTranslations } from "#translations";
import { partField } from "@/lib/records/evidence-filing";
import type { AlikeRecord } from "@/lib/records/likeness";
import { AlikeList } from "./alike-list";
import { alikeQuery, useFoundAlike } from "./found-alike";
import type { FoundRecord } from "./found-records";
import { NewOrganizationFields, UseInstead } from "./new-organization-fields";

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
        use={(record) => <UseInstead field={field} record={record} take={onChosen} />}
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
      <NewOrganizationFields
        idOf={(name) => `f-${part(name)}`}
        nameOf={part}
        initial={{ kind: kindAtFirst, country: values.country }}
        onChange={(changed, value) => (changed === "kind" ? setKind(value) : setCountry(value))}
      />
      <p className="text-sm text-muted">{t("addHereHint")}</p>
    </fieldset>
  );
}
