import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { RecordPartRest } from "@/components/records/record-part-rest";
import { deskSections, SectionBar } from "@/components/records/section-bar";
import { WithRail } from "@/components/records/with-rail";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { NameLinks } from "@/components/ui/name-links";
import { PageHeading } from "@/components/ui/page-heading";
import { Quote } from "@/components/ui/quote";
import type { OfficialResponse } from "@/db/access/responses/responses";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type PartName, type PartPlace, responseParts } from "@/lib/filters/record-parts";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { AnswerList, ResponseEvidence, StatusReports } from "./response-parts";

type Place = PartPlace<PartName<typeof responseParts>> | null;
type Props = {
  actor: Actor;
  response: OfficialResponse;
  place: Place;
  actions: ReactNode;
  files: ReactNode;
  children: ReactNode;
};

/** A response's page: its words, what it answers and leaves unanswered, where, and on what evidence we know of it. */
export function ResponseFile({ actor, response, place, actions, files, children }: Props) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  const { authority, officialName, officialRole } = response;
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
  const { answers, statusReports, evidence } = response.parts;
  return (
    <article>
      <PageHeading
        above={
          <>
            <Breadcrumb places={[{ href: "/responses", label: t("title") }]} />
            <span className="font-mono">{response.slug}</span>
            {may(actor, "read drafts") && <StateBadge state={response.state} />}
          </>
        }
        title={authority ? t("heading", { authority: authority.name, kind }) : kind}
        lead={<DeskText>{response.summary}</DeskText>}
        actions={actions}
      />
      <SectionBar
        sections={[
          { id: "answers", label: t("claimsTitle"), count: answers.total },
          ...(statusReports.total > 0
            ? [{ id: "statusReports", label: t("statusTitle"), count: statusReports.total }]
            : []),
          { id: "evidence", label: t("evidenceTitle"), count: evidence.total },
          ...deskSections(actor),
        ]}
      />
      <WithRail isShort rail={<Facts response={response} restOfStations={rest("stations")} />}>
        {response.quote && (
          <Quote
            original={response.quote}
            language={response.quoteLanguage}
            translation={response.quoteTranslation}
            attribution={[official, formatFuzzyDate(response.given, locale)].filter(Boolean).join(", ")}
          />
        )}
        <div id="answers" className="flex scroll-mt-4 flex-col gap-6">
          <AnswerList
            title={t("claimsTitle")}
            answers={answered}
            none={answers.total === 0 ? t("claimsNone") : null}
          />
          {open.length > 0 && <AnswerList title={t("unansweredTitle")} answers={open} none={null} />}
        </div>
        {rest("answers")}
        {response.statusReports.length > 0 && <StatusReports reports={response.statusReports} />}
        {rest("statusReports")}
        <ResponseEvidence items={response.evidence} />
        {rest("evidence")}
        {response.note && (
          <section aria-labelledby="note">
            <h2 id="note">{t("note")}</h2>
            <p dir="auto" className="measure whitespace-pre-line">
              <DeskText>{response.note}</DeskText>
            </p>
          </section>
        )}
        {files}
      </WithRail>
      {children}
    </article>
  );
}

/** Who said it, when, and what it is about. */
function Facts({ response, restOfStations }: { response: OfficialResponse; restOfStations: ReactNode }) {
  const t = useTranslations("response");
  const locale = useLocaleCode();
  const format = useFormat();
  const { authority, officialName, officialRole, countries, stations } = response;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="text-muted">{t("filter.authority")}</dt>
      <dd>{authority && <Link href={`/organizations/${authority.slug}`}>{authority.name}</Link>}</dd>
      {(officialName || officialRole) && (
        <>
          <dt className="text-muted">{t("official")}</dt>
          <dd>{[officialName, officialRole].filter(Boolean).join(", ")}</dd>
        </>
      )}
      <dt className="text-muted">{t("columnDate")}</dt>
      <dd>{formatFuzzyDate(response.given, locale)}</dd>
      <dt className="text-muted">{t("about")}</dt>
      <dd>
        {countries.length > 0 ? format.list(countries.map((code) => countryName(code, locale))) : t("aboutAll")}
      </dd>
      {stations.length > 0 && (
        <>
          <dt className="text-muted">{t("stations")}</dt>
          <dd>
            <NameLinks records={stations} path="/stations" />
            {restOfStations}
          </dd>
        </>
      )}
    </dl>
  );
}
