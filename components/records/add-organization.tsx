"use client";

import { useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { buttonClass } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { ADD, type AddedPart, addedField, USE } from "@/lib/records/form-marks";
import type { AlikeRecord } from "@/lib/records/likeness";
import { ORGANIZATION_KINDS } from "@/lib/records/organization";
import { AlikeList } from "./alike-list";
import { countryChoices } from "./country-choices";
import { alikeQuery, useFoundAlike } from "./found-alike";
import type { FoundRecord } from "./found-records";

type Props = {
  /** The field that names it. */
  field: string;
  name: string;
  /** What may be it, when the form came back for that. */
  told?: readonly AlikeRecord[];
  /** Without it the form itself is sent, and comes back with the organization named. */
  onAdded?: (record: FoundRecord) => void;
};

class NotAdded extends Error {}

type NewOrganization = { name: string; kind: string; country: string; distinctFrom: readonly string[] };

async function addOrganization(organization: NewOrganization): Promise<FoundRecord> {
  const answer = await fetch("/api/v1/organizations", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(organization),
  });
  const body = (await answer.json()) as { slug?: string; detail?: string; errors?: Record<string, string> };
  if (answer.ok && body.slug) return { slug: body.slug, title: organization.name };
  throw new NotAdded(Object.values(body.errors ?? {}).join(" ") || body.detail);
}

/**
 * Records an organization that a field names and that is not on file, as a draft, without leaving the form. Its island
 * needs the words of `organization`, `record` and `form`.
 */
export function AddOrganization({ field, name, told = [], onAdded }: Props) {
  const t = useTranslations("record");
  const form = useTranslations("form");
  const organization = useTranslations("organization");
  const countries = countryChoices(useLocaleCode());
  const [kind, setKind] = useState("");
  const [country, setCountry] = useState("");
  const [distinctFrom, setDistinctFrom] = useState<readonly string[]>([]);
  const asked = alikeQuery("organization", null, Object.entries({ name, kind, country }));
  const alike = useFoundAlike(asked) ?? told;
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = (part: AddedPart) => `f-${addedField(field, part)}`;
  const sentAs = (part: AddedPart) => (onAdded ? undefined : addedField(field, part));
  const add = async () => {
    if (isPending) return;
    setPending(true);
    setProblem(null);
    try {
      onAdded?.(await addOrganization({ name, kind, country, distinctFrom }));
    } catch (error) {
      setProblem((error instanceof NotAdded && error.message) || t("addFailed"));
    }
    setPending(false);
  };
  return (
    <fieldset aria-label={t("addTitle", { name })} className="mt-1 border-l-4 border-rule-strong pl-3">
      <p className="measure text-sm text-muted">{t("addHint")}</p>
      <input type="hidden" name={sentAs("name")} value={name} />
      <AlikeList
        records={alike}
        name={sentAs("distinctFrom") ?? null}
        distinctFrom={[]}
        onDistinct={(slug, isDistinct) =>
          setDistinctFrom((before) => [...before.filter((other) => other !== slug), ...(isDistinct ? [slug] : [])])
        }
        use={(record) => (
          <button
            type={onAdded ? "button" : "submit"}
            name={onAdded ? undefined : USE}
            value={onAdded ? undefined : `${field} ${record.slug}`}
            className={buttonClass("quiet")}
            onClick={onAdded && (() => onAdded(record))}
          >
            {t("alike.use")}
            <span className="sr-only"> ({record.title})</span>
          </button>
        )}
      />
      <div className="grid items-end gap-3 py-2 sm:grid-cols-2">
        <div className="flex flex-col gap-1">
          <label htmlFor={id("kind")} className="text-sm font-semibold">
            {t("addKind")}
          </label>
          <select
            id={id("kind")}
            name={sentAs("kind")}
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            className={CONTROL}
          >
            <option value="">{form("choose")}</option>
            {ORGANIZATION_KINDS.map((value) => (
              <option key={value} value={value}>
                {organization(`kind.${value}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={id("country")} className="text-sm font-semibold">
            {t("addCountry")} <span className="font-normal text-muted">({form("optional")})</span>
          </label>
          <select
            id={id("country")}
            name={sentAs("country")}
            value={country}
            onChange={(event) => setCountry(event.target.value)}
            className={CONTROL}
          >
            <option value="">{form("none")}</option>
            {countries.map(({ value, label }) => (
              <option key={value} value={value} suppressHydrationWarning>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      {problem && (
        <p role="alert" className="pb-2 font-semibold text-danger">
          {problem}
        </p>
      )}
      <button
        type={onAdded ? "button" : "submit"}
        name={onAdded ? undefined : ADD}
        value={onAdded ? undefined : field}
        aria-disabled={isPending}
        className={buttonClass("secondary")}
        onClick={onAdded && (() => void add())}
      >
        {isPending ? t("adding") : t("add", { name })}
      </button>
    </fieldset>
  );
}
