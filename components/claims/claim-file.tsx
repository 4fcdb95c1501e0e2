import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { RecordPartRest } from "@/components/records/record-part-rest";
import { type Section, SectionBar } from "@/components/records/section-bar";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { Badge, StateBadge } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import type { Claim } from "@/db/access/claims/claims";
import type { AlikeSources } from "@/db/access/evidence/alike-sources";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { claimParts, type PartName, type PartPlace } from "@/lib/filters/record-parts";
import { countryName } from "@/lib/records/country";
import type { Unread } from "@/lib/records/unread";
import { Against } from "./against";
import { AssessmentMark } from "./assessment-mark";
import { ClaimBesideAnswer } from "./claim-beside-answer";
import { ClaimEvidence, Independence } from "./claim-evidence";
import { isYearSubject, SaidBy, useClaimLabels } from "./claim-labels";

type Props = {
  claim: Claim;
  place: PartPlace<PartName<typeof claimParts>> | null;
  actions: ReactNode;
  showState: boolean;
  sections: readonly Section[];
  /** What of its evidence the reader has not read, by id. */
  unread: ReadonlyMap<string, Unread>;
  /** Items of it that may be one source. */
  alike: readonly AlikeSources[];
  /** The form that corrects it, while that is asked for. */
  form?: ReactNode;
  children: ReactNode;
};

/** A claim's page: the claim beside its answers, what disagrees with it, and why so many sources count. */
export function ClaimFile({ claim, place, actions, showState, sections, form, unread, alike, children }: Props) {
  const t = useTranslations("claim");
  const labels = useClaimLabels();
  const rest = (part: PartName<typeof claimParts>) => (
    <RecordPartRest view={claimParts} path={`/claims/${claim.slug}`} {...{ part, place }} parts={claim.parts} />
  );
  return (
    <article className="flex flex-col gap-8">
      <div>
        <PageHeading
          isSentence
          above={
            <>
              <Breadcrumb places={claimPlaces(claim, t("title"))} />
              <span className="font-mono">{claim.slug}</span>
              {showState && <StateBadge state={claim.state} />}
              <span>{`${labels.subject(claim.subject)} · ${labels.place(claim)}`}</span>
            </>
          }
          title={<DeskText>{claim.proposition}</DeskText>}
          term="claim"
          actions={actions}
        />
        <SectionBar sections={sections} />
        {form}
        <ClaimBesideAnswer
          claim={<ClaimSide claim={claim} />}
          answers={claim.answers}
          requests={claim.requests.flatMap(sent)}
        />
        <div id="answers">{rest("answers")}</div>
      </div>
      <section aria-labelledby="disputes" className="flex flex-col gap-3">
        <h2 id="disputes">{t("disputes")}</h2>
        {claim.disputes.length === 0 ? (
          <p className="text-muted">{t("disputesNone")}</p>
        ) : (
          <>
            <p className="text-muted">{t("disputesLead")}</p>
            <div className="grid gap-6 md:grid-cols-2">
              <div className="border-l-2 border-data-1 pl-4 text-sm">
                <p>
                  <DeskText>{claim.proposition}</DeskText>
                </p>
                <p className="text-muted">
                  <SaidBy claimants={claim.claimants} relayedBy={claim.relayedBy} />
                </p>
              </div>
              <Against claims={claim.disputes} />
            </div>
          </>
        )}
      </section>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <ClaimEvidence claim={claim} unread={unread} rest={rest("stances")} />
        <Independence claim={claim} alike={alike} />
      </div>
      {claim.note && (
        <section aria-labelledby="note">
          <h2 id="note">{t("note")}</h2>
          <p dir="auto" className="measure whitespace-pre-line">
            <DeskText>{claim.note}</DeskText>
          </p>
        </section>
      )}
      {children}
    </article>
  );
}

const claimPlaces = ({ station }: Claim, title: string) => [
  { href: "/claims", label: title },
  ...(station ? [{ href: `/stations/${station.slug}`, label: station.name }] : []),
];

function ClaimSide({ claim }: { claim: Claim }) {
  const t = useTranslations("claim");
  const locale = useLocaleCode();
  const { figure } = useClaimLabels();
  const rows: [string, ReactNode][] = [
    [t("columnClaimant"), <SaidBy key="by" {...claim} />],
    [t("columnSaid"), formatFuzzyDate(claim.asserted, locale)],
  ];
  if (claim.period) rows.push([t("columnPeriod"), formatFuzzyDate(claim.period, locale)]);
  if (claim.valueNumber !== null) {
    const text = isYearSubject(claim.subject)
      ? String(claim.valueNumber)
      : figure(claim.valueNumber, claim.valueBound);
    rows.push([t("valueTitle"), text]);
  }
  if (claim.station) {
    const { slug, name } = claim.station;
    rows.push([
      t("station"),
      <Link key="station" href={`/stations/${slug}`}>
        {name}
      </Link>,
    ]);
  }
  if (claim.country) {
    rows.push([
      t("filter.country"),
      <Link key="country" href={`/countries/${claim.country.toLowerCase()}`}>
        {countryName(claim.country, locale)}
      </Link>,
    ]);
  }
  rows.push([
    t("columnAssessment"),
    <span key="assessment">
      <AssessmentMark assessment={claim.assessment} />{" "}
      <span className="text-sm text-muted">{t(`assessmentMeans.${claim.assessment}`)}</span>
    </span>,
  ]);
  return (
    <>
      <p>
        <Badge>{t(`positionName.${claim.position}`)}</Badge>
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-sm text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt className="text-sm text-muted">{t("columnSources")}</dt>
        <dd>{t("sources", { count: claim.independence.count })}</dd>
      </dl>
    </>
  );
}

/** A letter that is not sent yet has asked nobody. */
const sent = ({ sentOn, dueOn, ...request }: Claim["requests"][number]) =>
  sentOn && dueOn ? [{ ...request, sentOn, dueOn }] : [];
