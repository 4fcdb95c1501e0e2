import { useWords } from "#words";
import { RangeFigure } from "@/components/claims/range";
import { Link, QuietLink } from "@/components/ui/link";
import { Provenance } from "@/components/ui/provenance";
import type { Summary } from "@/db/access/summary";
import { CountedNow } from "./as-of";

/** Who claims how many worldwide, as of when, and beside it what the dossier documents. Two kinds of number, never one. */
export function Claimed({ summary, now }: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  const claim = useWords("claim");
  const { claimed } = summary;
  return (
    <section aria-labelledby="claimed" className="flex flex-col gap-4">
      <h2 id="claimed">{t("claimedTitle")}</h2>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <RangeFigure
          place={claim("scope.global")}
          marks={claimed.marks}
          documented={claimed.documented}
          provenance={
            <Provenance source={t("claimedSource")}>
              <Link href="/claims?subject=station_count&scope=global">{t("claimedAll")}</Link>
            </Provenance>
          }
        />
        <Documented summary={summary} now={now} />
      </div>
    </section>
  );
}

function Documented({ summary: { sees, stations }, now }: { summary: Summary; now: Date }) {
  const t = useWords("overview");
  const seesAll = sees === "all";
  return (
    <div className="flex flex-col gap-1">
      <h3>{t("documented")}</h3>
      <p className="font-serif text-xl">
        <Link href={seesAll ? "/stations?state=published&state=corrected" : "/stations"}>
          {t("documentedCount", { count: stations.published })}
        </Link>
      </p>
      {seesAll && (
        <p>
          <QuietLink href="/stations">{t("onFileCount", { count: stations.total })}</QuietLink>
        </p>
      )}
      {stations.total > 0 && (
        <p>
          <QuietLink href="/countries?coverage=reported">
            {t("documentedIn", { count: stations.countries })}
          </QuietLink>
        </p>
      )}
      <CountedNow sees={sees} now={now} />
    </div>
  );
}
