import { useTranslations } from "#translations";
import { CoverageMark } from "@/components/ui/marks";
import type { CountryLine } from "@/db/access/countries/countries";
import { splitCountryRows } from "@/lib/figures/country-rows";
import type { CountryView } from "@/lib/filters/country-filter";
import { COVERAGES } from "@/lib/records/coverage";
import { CountryTable } from "./country-table";

type Props = { rows: readonly CountryLine[]; view: CountryView };

/** The countries of the view, those with nothing but coverage folded under their number. */
export function CountryTables({ rows, view }: Props) {
  const t = useTranslations("country");
  const { filled, bare } = splitCountryRows(rows);
  const isAsked = filled.length === 0 || view.coverage.any.length > 0;
  return (
    <>
      {(filled.length > 0 || bare.length === 0) && <CountryTable rows={filled} view={view} caption={t("caption")} />}
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
