import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { AssessmentMark } from "@/components/claims/assessment-mark";
import { SaidBy } from "@/components/claims/claim-labels";
import { RecordPartRest } from "@/components/records/record-part-rest";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link, QuietLink } from "@/components/ui/link";
import { Badge, StateBadge, StatusMark } from "@/components/ui/marks";
import { PageHeading } from "@/components/ui/page-heading";
import { Quote } from "@/components/ui/quote";
import type { OfficialResponse } from "@/db/access/responses/responses";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type PartName, type PartPlace, responseParts } from "@/lib/filters/record-parts";
import { countryName } from "@/lib/records/country";

type Place = PartPlace<PartName<typeof responseParts>> | null;
type Props = {
  response: OfficialResponse;
  place: Place;
  actions: ReactNode;
  showState: boolean;
  children: ReactNode;
};

/** A response's page: its words, what it answers and leaves unanswered, where, and on what evidence we know of it. */
export function ResponseFile({ response, place, actions, showState, children }: Props) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  const format = useFormat();
  const { authority, officialName, officialRole, countries } = response;
  const official = [officialName, officialRole].filter(Boolean).join(", ");
  const kind = t(`kind.${response.kind}`);
  const rest = (part: PartName<typeof responseParts>) => (
    <RecordPartRest
      view={responseParts}
      path={`/responses/${response.slug}`}
      {...{ part, place }}
      parts={response.parts}
    />
  );
  const open = response.answers.filter(({ answer }) => answer === "leaves_unanswered");
  const answered = response.answers.filter(({ answer }) => answer !== "leaves_unanswered");
  return (
    <article className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <PageHeading
          above={
            <>
              <span>{t("title")}</span>
              <span className="font-mono">{response.slug}</span>
              {showState && <StateBadge state={response.state} />}
            </>
          }
          title={authority ? t("heading", { authority: authority.name, kind }) : kind}
          lead={<DeskText>{response.summary}</DeskText>}
          actions={actions}
        />
        {response.quote && (
          <Quote
            original={response.quote}
            language={response.quoteLanguage}
            translation={response.quoteTranslation}
            attribution={[official, formatFuzzyDate(response.given, locale)].filter(Boolean).join(", ")}
          />
        )}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-sm text-muted">{t("filter.authority")}</dt>
          <dd>
            {authority && <Link href={`/organizations/${authority.slug}`}>{authority.name}</Link>}
            {official && ` (${official})`}
          </dd>
          <dt className="text-sm text-muted">{t("columnDate")}</dt>
          <dd>{formatFuzzyDate(response.given, locale)}</dd>
          <dt className="text-sm text-muted">{t("about")}</dt>
          <dd>
            {countries.length > 0 ? format.list(countries.map((code) => countryName(code, locale))) : t("aboutAll")}
          </dd>
          {response.stations.length > 0 && (
            <>
              <dt className="text-sm text-muted">{t("stations")}</dt>
              <dd>
                {response.stations.map(({ slug, name }, index) => (
                  <span key={slug}>
                    {index > 0 && ", "}
                    <Link href={`/stations/${slug}`}>{name}</Link>
                  </span>
                ))}
                {rest("stations")}
              </dd>
            </>
          )}
        </dl>
      </div>
      <div id="answers" className="grid scroll-mt-4 gap-x-10 gap-y-8 lg:grid-cols-2">
        <AnswerList
          title={t("claimsTitle")}
          answers={answered}
          none={response.parts.answers.total === 0 ? t("claimsNone") : null}
        />
        {open.length > 0 && <AnswerList title={t("unansweredTitle")} answers={open} none={null} />}
      </div>
      {rest("answers")}
      {response.statusReports.length > 0 && <StatusReports reports={response.statusReports} />}
      {rest("statusReports")}
      <Sources items={response.evidence} />
      {rest("evidence")}
      {response.note && (
        <section aria-labelledby="note">
          <h2 id="note">{t("note")}</h2>
          <p dir="auto" className="measure whitespace-pre-line">
            <DeskText>{response.note}</DeskText>
          </p>
        </section>
      )}
      {children}
    </article>
  );
}

type AnswerProps = { title: string; answers: OfficialResponse["answers"]; none: string | null };

function AnswerList({ title, answers, none }: AnswerProps) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2>{title}</h2>
      {answers.length === 0 && none && <p className="text-muted">{none}</p>}
      <ul>
        {answers.map((claim) => (
          <li key={claim.slug} className="border-b border-rule py-2">
            <p className="flex flex-wrap items-baseline gap-2">
              <Badge>{t(`answer.${claim.answer}`)}</Badge>
              <QuietLink href={`/claims/${claim.slug}`}>
                <DeskText>{claim.proposition}</DeskText>
              </QuietLink>
            </p>
            <p className="text-sm text-muted">
              <SaidBy claimants={claim.claimants} />, {formatClaimDates(claim, locale)} ·{" "}
              <AssessmentMark assessment={claim.assessment} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StatusReports({ reports }: { reports: OfficialResponse["statusReports"] }) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  return (
    <section id="statusReports" className="flex scroll-mt-4 flex-col gap-2">
      <h2>{t("statusTitle")}</h2>
      <ul>
        {reports.map((report) => (
          <li key={report.slug} className="py-1">
            <StatusMark status={report.status} /> ·{" "}
            <Link href={`/stations/${report.station.slug}`}>{report.station.name}</Link>,{" "}
            {formatFuzzyDate(report.asOf, locale)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ items }: { items: OfficialResponse["evidence"] }) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  return (
    <section id="evidence" className="flex scroll-mt-4 flex-col gap-2">
      <h2>{t("evidenceTitle")}</h2>
      {items.length === 0 && <p className="text-muted">{t("evidenceNone")}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.slug} className="border-b border-rule py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <QuietLink href={`/evidence/${item.slug}`}>
                <Foreign lang={item.language}>{item.title}</Foreign>
              </QuietLink>
              <Grade reliability={item.reliability} credibility={item.credibility} />
            </p>
            <p className="text-sm text-muted">
              {[item.publisher?.name, formatFuzzyDate(item.published, locale)].filter(Boolean).join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
