import { useFormat, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import type { ResponseFacets } from "@/db/access/responses/response-facets";
import { type ResponseView, responseFilter } from "@/lib/filters/response-filter";
import type { ResponseKind } from "@/lib/records/response";

/** How many responses of each kind, as bars that are a table; each number leads to its responses. */
export function KindSummary({ counts, view }: { counts: ResponseFacets["kind"]; view: ResponseView }) {
  const t = useTranslations("response");
  const format = useFormat();
  const most = Math.max(1, ...counts.map(({ count }) => count));
  if (counts.length === 0) return null;
  return (
    <table className="w-full max-w-2xl text-sm">
      <caption className="pb-1 text-left font-serif text-lg font-semibold">{t("summaryTitle")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("columnKind")}</th>
          <th scope="col">{t("columnCount")}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ value, count }) => (
          <tr key={value}>
            <th scope="row" className="w-48 py-0.5 pr-3 text-left font-normal">
              <QuietLink
                href={responseFilter.href("/responses", view, {
                  kind: { any: [value as ResponseKind], without: [] },
                })}
              >
                {t(`kind.${value as ResponseKind}`)}
              </QuietLink>
            </th>
            <td className="py-0.5">
              <span className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  className="h-3 bg-data-1 print-exact"
                  style={{ width: `${(count / most) * 85}%` }}
                />
                {format.number(count)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
