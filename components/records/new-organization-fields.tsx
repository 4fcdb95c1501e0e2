"use client";

import { useLocaleCode, useTranslations } from "#translations";
import { buttonClass } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { USE } from "@/lib/records/form-marks";
import { ORGANIZATION_KINDS } from "@/lib/records/organization";
import { countryChoices } from "./country-choices";
import type { FoundRecord } from "./found-records";

type UseProps = {
  /** The field that names the organization. */
  field: string;
  record: FoundRecord;
  /** Takes it at once; without it the form is sent for that. */
  take: ((record: FoundRecord) => void) | undefined;
};

/** Takes an organization on file in place of the one that is not. */
export function UseInstead({ field, record, take }: UseProps) {
  const t = useTranslations("record");
  return (
    <button
      type={take ? "button" : "submit"}
      name={take ? undefined : USE}
      value={take ? undefined : `${field} ${record.slug}`}
      className={buttonClass("quiet")}
      onClick={take && (() => take(record))}
    >
      {t("alike.use")}
      <span className="sr-only"> ({record.title})</span>
    </button>
  );
}

type Part = "kind" | "country";
type FieldsProps = {
  idOf: (part: Part) => string;
  /** Undefined: the form does not send it. */
  nameOf: (part: Part) => string | undefined;
  /** As the form came back, or as is likely. */
  initial: Readonly<Record<Part, string>>;
  /** Whether one may leave the kind open for now. */
  isKindOpen?: boolean;
  onChange: (part: Part, value: string) => void;
};

/** What is asked of an organization beside its name. Needs the words of `organization`, `record` and `form`. */
export function NewOrganizationFields({ idOf, nameOf, initial, isKindOpen = false, onChange }: FieldsProps) {
  const t = useTranslations("record");
  const form = useTranslations("form");
  const organization = useTranslations("organization");
  const countries = countryChoices(useLocaleCode());
  const select = (part: Part) => ({
    id: idOf(part),
    name: nameOf(part),
    // React resets a form after its action, also what it controls: a new key has the new default.
    key: initial[part],
    defaultValue: initial[part],
    onChange: ({ target }: { target: HTMLSelectElement }) => onChange(part, target.value),
    className: CONTROL,
  });
  const { key: kindKey, ...kind } = select("kind");
  const { key: countryKey, ...country } = select("country");
  return (
    <div className="grid items-end gap-3 py-2 sm:grid-cols-2">
      <div className="flex flex-col gap-1">
        <label htmlFor={kind.id} className="text-sm font-semibold">
          {t("addKind")}
        </label>
        <select key={kindKey} {...kind}>
          {isKindOpen && <option value="">{form("choose")}</option>}
          {ORGANIZATION_KINDS.map((value) => (
            <option key={value} value={value}>
              {organization(`kind.${value}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={country.id} className="text-sm font-semibold">
          {t("addCountry")} <span className="font-normal text-muted">({form("optional")})</span>
        </label>
        <select key={countryKey} {...country}>
          <option value="">{form("none")}</option>
          {countries.map(({ value, label }) => (
            <option key={value} value={value} suppressHydrationWarning>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
