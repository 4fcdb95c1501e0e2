import { useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { CoverageMark } from "@/components/ui/marks";
import { Pager } from "@/components/ui/pager";
import type { CountryLine } from "@/db/access/countries/countries";
import { pageOfRows } from "@/lib/charts/table-view";
import { splitCountryRows } from "@/lib/figures/country-rows";
import { type CountryView, countryFilter } from "@/lib/filters/country-filter";
import { COVERAGES } from "@/lib/records/coverage";
import { CountryTable } from "./country-table";

type Props = { rows: readonly CountryLine[]; view: CountryView; choice: ColumnChoice };

/** A page of the countries of the view, those with nothing but coverage folded under their number. */
export function CountryTables({ rows, view, choice }: Props) {
  const t = useTranslations("country");
  const { filled, bare } = splitCountryRows(rows);
  const { shown, page, pages } = pageOfRows(filled, view.page);
  const hrefOf = (next: number) => countryFilter.href("/countries", view, { page: next });
  const isAsked = filled.length === 0 || view.coverage.any.length > 0;
  return (
    <>
      {(filled.length > 0 || bare.length === 0) && (
        <CountryTable rows={shown} view={view} caption={t("caption")} choice={choice} />
      )}
      {pages > 1 && (
        <Pager
          total={filled.length}
          shown={shown.length}
          nextHref={page < pages ? hrefOf(page + 1) : null}
          firstHref={page > 1 ? hrefOf(1) : null}
        />
      )}
      {COVERAGES.map((coverage) => {
        const own = bare.filter((row) => row.coverage === coverage);
        const count = t("bare", { count: own.length });
        return (
          own.length > 0 && (
            <details key={coverage} open={isAsked} className="border-t border-rule pt-3">
              <summary className="font-semibold">
                <CoverageMark coverage={coverage} /> · {count}
              </summary>
              <CountryTable rows={own} view={view} caption={count} />
            </details>
          )
        );
      })}
    </>
  );
}
