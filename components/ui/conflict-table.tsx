import { useTranslations } from "#translations";
import type { FormValues } from "@/lib/workflow/outcome";

type Props = {
  current: Readonly<Record<string, unknown>>;
  yours: FormValues;
  labels: Readonly<Record<string, string>>;
  /** The fields to show, a list of rows as a whole; not given: all that differ. */
  asks?: readonly string[];
};

const formatValue = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(formatValue).join(", ");
  if (typeof value === "object") return "edtf" in value ? formatValue(value.edtf) : JSON.stringify(value);
  return String(value);
};

/** What was typed, read as what is stored: several names in one box are a list. */
const likeStored = (rawValue: unknown, stored: unknown) =>
  Array.isArray(stored) && typeof rawValue === "string"
    ? rawValue
        .split(/[;\n]/)
        .map((part) => part.trim())
        .filter(Boolean)
    : rawValue;

/** The fields in which the stored version and the typed one differ, side by side. */
export function ConflictTable({ current, yours, labels, asks }: Props) {
  const t = useTranslations("form");
  const formatOwn = (field: string) => formatValue(likeStored(yours[field], current[field]));
  const differing = Object.keys(labels).filter(
    (field) =>
      (field in yours || field in current) &&
      (!asks || asks.includes(field.split(".")[0] ?? field)) &&
      formatValue(current[field]).trim() !== formatOwn(field).trim(),
  );
  if (differing.length === 0) return <p className="mt-2">{t("conflictSame")}</p>;
  return (
    <table className="mt-3 w-full text-left text-sm">
      <thead>
        <tr className="border-b border-rule-strong">
          <th scope="col">{t("conflictField")}</th>
          <th scope="col">{t("conflictStored")}</th>
          <th scope="col">{t("conflictYours")}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((field) => (
          <tr key={field} className="border-b border-rule align-top">
            <th scope="row" className="py-1 pr-3">
              {labels[field]}
            </th>
            <td className="py-1 pr-3">{formatValue(current[field]) || <i>{t("empty")}</i>}</td>
            <td className="py-1">{formatOwn(field) || <i>{t("empty")}</i>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
