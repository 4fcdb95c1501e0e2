import { useTranslations } from "#translations";
import { type CountedStation, RangeFigure } from "@/components/claims/range";
import { Link, QuietLink } from "@/components/ui/link";
import type { Summary } from "@/db/access/figures/summary";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { rangeFilter } from "@/lib/filters/range-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { CountedNow } from "./as-of";

const EVERYTHING = dashboardFilter.absent;

/** Who claims how many worldwide, as of when, and beside it what the dossier documents. Two kinds of number, never one. */
export function OverviewClaimed({ summary, counted }: { summary: Summary; counted: CountedStation }) {
  const t = useTranslations("overview");
  return (
    <section aria-labelledby="claims" className="flex flex-col gap-4">
      <h2 id="claims">{t("claimedTitle")}</h2>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-1">
          <RangeFigure figure={summary.claimed} view={rangeFilter.absent} href="/" counted={counted} />
          <p className="text-sm">
            <Link
              href={recordsBehind("claims", EVERYTHING, {
                subject: onlyValues(COUNT_SUBJECT),
                scope: onlyValues("global"),
              })}
            >
              {t("claimedAll")}
            </Link>
          </p>
        </div>
        <Documented summary={summary} now={counted.now} />
      </div>
    </section>
  );
}

function Documented({ summary: { sees, stations }, now }: { summary: Summary; now: Date }) {
  const t = useTranslations("overview");
  const seesAll = sees === "all";
  return (
    <div className="flex flex-col gap-1">
      <h3>{t("documented")}</h3>
      <p className="font-serif text-xl">
        <Link href={recordsBehind("documented", EVERYTHING)}>
          {t("documentedCount", { count: stations.published })}
        </Link>
      </p>
      {seesAll && (
        <p>
          <QuietLink href={recordsBehind("onFile", EVERYTHING)}>
            {t("onFileCount", { count: stations.total })}
          </QuietLink>
        </p>
      )}
      {stations.total > 0 && (
        <p>
          <QuietLink href={recordsBehind("countries", EVERYTHING, { onFile: true })}>
            {t("documentedIn", { count: stations.countries })}
          </QuietLink>
        </p>
      )}
      <CountedNow sees={sees} now={now} />
    </div>
  );
}
