import { useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import type { LedgerClaim } from "@/db/access/claims/claim-ledger";
import type { StationCount } from "@/db/access/claims/counts";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import type { ClaimRange } from "@/lib/figures/tally";
import { rangeFilter } from "@/lib/filters/range-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { WORLD } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";
import { groupBy } from "@/lib/text/group-by";
import { AssessmentMark } from "./assessment-mark";
import { isYearSubject, SaidBy, useClaimLabels } from "./claim-labels";
import { type CountedStation, RangeFigure } from "./range";

type Props = {
  claims: readonly LedgerClaim[];
  /** By `scopeKey`: what stands on the axis of a group of station counts. */
  ranges: ReadonlyMap<string, ClaimRange<StationCount>>;
  /** The address of the view. */
  href: string;
  counted: CountedStation;
  showState: boolean;
};

const placeKey = ({ scope, region, country, station }: LedgerClaim) =>
  scope === "station" ? `station:${station?.slug}` : scope === "global" ? scope : `${scope}:${region ?? country}`;

/** Claims by subject and place, those that don't agree side by side. Nothing is added up. */
export function ClaimLedger({ claims, ranges, ...page }: Props) {
  const { subject } = useClaimLabels();
  return (
    <>
      {[...groupBy(claims, (claim) => claim.subject)].map(([code, about]) => (
        <section key={code} aria-labelledby={`subject-${code}`}>
          <h2 id={`subject-${code}`} className="border-b-2 border-ink pb-1">
            {subject(code)}
          </h2>
          {[...groupBy(about, placeKey)].map(([key, group]) => (
            <PlaceGroup
              key={key}
              claims={group}
              range={code === COUNT_SUBJECT ? ranges.get(key) : undefined}
              {...page}
            />
          ))}
        </section>
      ))}
    </>
  );
}

type GroupProps = Omit<Props, "ranges"> & { range?: ClaimRange<StationCount> };

function PlaceGroup({ claims, range, href, counted, showState }: GroupProps) {
  const { place } = useClaimLabels();
  const [first] = claims;
  if (!first) return null;
  return (
    <section className="mt-4">
      <h3 className="text-muted">{place(first)}</h3>
      {range && range.marks.length > 1 && (
        <div className="my-4 bg-sunken p-4">
          <RangeFigure
            figure={range}
            view={{ ...rangeFilter.absent, place: first.country ?? first.region ?? WORLD }}
            href={href}
            counted={counted}
          />
        </div>
      )}
      <ul>
        {claims.map((claim) => (
          <LedgerRow key={claim.id} claim={claim} showState={showState} />
        ))}
      </ul>
    </section>
  );
}

function LedgerRow({ claim, showState }: { claim: LedgerClaim; showState: boolean }) {
  const t = useTranslations("claim");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const { figure } = useClaimLabels();
  return (
    <li data-row="" className="grid gap-x-8 gap-y-2 border-b border-rule py-2 md:grid-cols-[3fr_2fr]">
      <div className="flex flex-col gap-1">
        <p className="font-serif text-base">
          <QuietLink href={`/claims/${claim.slug}`}>
            <DeskText>{claim.proposition}</DeskText>
          </QuietLink>
        </p>
        <p className="text-sm">
          <SaidBy {...claim} /> · {t(`position.${claim.position}`)} ·{" "}
          {claim.period
            ? formatClaimDates(claim, locale)
            : common("asOf", { date: formatFuzzyDate(claim.asserted, locale) })}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          {claim.valueNumber !== null && !isYearSubject(claim.subject) && (
            <strong className="text-ink">{figure(claim.valueNumber, claim.valueBound)}</strong>
          )}
          <AssessmentMark assessment={claim.assessment} />
          <span>{t("sources", { count: claim.independentSources })}</span>
          {claim.answers > 0 && <span>{t("answers", { count: claim.answers })}</span>}
          {claim.position === "denies" && <Badge>{t("positionName.denies")}</Badge>}
          {showState && !isPublic(claim.state) && <StateBadge state={claim.state} />}
        </p>
      </div>
      {claim.disputes.length > 0 && <Against title={t("disputes")} claims={claim.disputes} />}
    </li>
  );
}

/** The other side of a contested pair. */
export function Against({ title, claims }: { title?: string; claims: LedgerClaim["disputes"] }) {
  const locale = useLocaleCode();
  return (
    <div className="border-l-2 border-data-2 pl-4 text-sm">
      {title && <p className="text-muted">{title}</p>}
      <ul className="flex flex-col gap-1">
        {claims.map((claim) => (
          <li key={claim.id}>
            <QuietLink href={`/claims/${claim.slug}`}>
              <DeskText>{claim.proposition}</DeskText>
            </QuietLink>{" "}
            <span className="text-muted">
              <SaidBy claimants={claim.claimants} />, {formatClaimDates(claim, locale)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
