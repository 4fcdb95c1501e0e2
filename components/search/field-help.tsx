import { useTranslations } from "#translations";
import type { search } from "@/lib/messages/search";

/** The fields that a question may be narrowed by, each with what it takes. */
export function FieldHelp({ fields, isDesk }: { fields: typeof search.en.field; isDesk: boolean }) {
  const t = useTranslations("search");
  const names = (Object.keys(fields) as (keyof typeof fields)[]).filter((field) => isDesk || field !== "state");
  return (
    <details id="fields" className="mt-3 mb-6 max-w-3xl" open>
      <summary className="py-1 text-sm font-semibold">{t("fields")}</summary>
      <p className="measure text-sm text-muted">{t("fieldsLead")}</p>
      <table className="field-help">
        <thead>
          <tr>
            <th scope="col">{t("fieldColumn")}</th>
            <th scope="col">{t("takesColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((field) => (
            <tr key={field}>
              <th scope="row">{fields[field]}</th>
              <td>{t(`takes.${field}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
