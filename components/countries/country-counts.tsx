import { useLocaleCode, useTranslations } from "#translations";
import { SaidBy, useClaimLabels } from "@/components/claims/claim-labels";
import { DataTable } from "@/components/ui/data-table";
import { Link, QuietLink } from "@/components/ui/link";
import type { StationCount } from "@/db/access/claims/counts";
import type { CountryFile } from "@/db/access/countries/country-file";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { wholeTableHref } from "@/lib/charts/table-view";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { rangeFilter } from "@/lib/filters/range-filter";
import { countryName } from "@/lib/records/country";

/** Figures that the page shows. */
const SHOWN = 20;

/** What figures anybody gave for the country, the latest first, with who and when; those that a later one followed stay. */
export function CountryCounts({ file }: { file: CountryFile }) {
  const t = useTranslations("country");
  const claim = useTranslations("claim");
  const locale = useLocaleCode();
  const { figure } = useClaimLabels();
  const here = { ...dashboardFilter.absent, country: onlyValues(file.country) };
  const shown = file.counts.slice(0, SHOWN);
  const all = rangeFilter.href("/api/v1/figures/range", { ...rangeFilter.absent, place: file.country });
  const countries = new Set(
    file.claimed.marks.filter((mark) => mark.standing).flatMap(({ claims }) => claims.map(({ id }) => id)),
  );
  const stateOf = (claim: StationCount) => {
    if (claim.position === "retracts") return t("retracted");
    if (!countries.has(claim.id)) return t("replaced");
    return claim.position === "denies" ? t("denies") : t("stands");
  };
  return (
    <>
      <p className="measure text-muted">{file.counts.length > 0 ? t("claimedLead") : t("claimedNone")}</p>
      {file.counts.length > 0 && (
        <DataTable
          caption={t("claimedCaption", { country: countryName(file.country, locale) })}
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "figure",
              header: t("figure"),
              heading: true,
              cell: ({ slug, value, bound }) => (
                <QuietLink href={`/claims/${slug}`}>{figure(value, bound)}</QuietLink>
              ),
            },
            { key: "claimant", header: t("claimant"), cell: (claim) => <SaidBy {...claim} /> },
            {
              key: "asOf",
              header: t("asOf"),
              cell: ({ asOf, period }) => formatClaimDates({ asserted: asOf, period }, locale),
            },
            { key: "standing", header: t("standing"), cell: stateOf },
          ]}
        />
      )}
      {shown.length < file.counts.length && (
        <p className="text-sm text-muted">
          {t("countsShown", { shown: shown.length, count: file.counts.length })}{" "}
          <Link href={wholeTableHref(all)}>{claim("rangeAll")}</Link>
        </p>
      )}
      <p className="text-sm">
        {file.totals.claims > 0 ? (
          <Link href={recordsBehind("claims", here)}>{t("allClaims", { count: file.totals.claims })}</Link>
        ) : (
          t("allClaims", { count: 0 })
        )}{" "}
        ·{" "}
        {file.totals.evidence > 0 ? (
          <Link href={recordsBehind("evidence", here)}>{t("allEvidence", { count: file.totals.evidence })}</Link>
        ) : (
          t("allEvidence", { count: 0 })
        )}
      </p>
    </>
  );
}
