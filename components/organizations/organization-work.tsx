import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { AssessmentMark } from "@/components/claims/assessment-mark";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Link, QuietLink } from "@/components/ui/link";
import { Badge, StatusMark } from "@/components/ui/marks";
import type { OrganizationRecord } from "@/db/access/organizations/organization-file";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatDay } from "@/lib/dates/format-date";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";

type WorkPart = "published" | "claimed" | "answered" | "relayed" | "operates" | "asked";

/** The parts of its page that are shown, in their order, with how much each holds. */
export function workOf(organization: OrganizationRecord): [WorkPart, number][] {
  const { published, claimed, answered, relayed, operated, asked } = organization;
  const rare: [WorkPart, number][] = [
    ["relayed", relayed.total],
    ["operates", operated.total],
    ["asked", asked.length],
  ];
  return [
    ["published", published.total],
    ["claimed", claimed.total],
    ["answered", answered.total],
    ...rare.filter(([, total]) => total > 0),
  ];
}

/** What an organization published, claimed, relayed and answered, operates as reported, and was asked. */
export function OrganizationWork({ organization }: { organization: OrganizationRecord }) {
  const t = useTranslations("organization");
  const response = useTranslations("response");
  const locale = useLocaleCode();
  const { slug, published, claimed, relayed, answered, operated, asked } = organization;
  const day = (iso: string) => formatDay(iso, locale, "long");
  return (
    <div className="gap-x-10 xl:columns-2">
      <Work id="published" total={published.total} none={t("publishedNone")} more={`/evidence?publisher=${slug}`}>
        {published.items.map((item) => (
          <Line key={item.slug} detail={formatFuzzyDate(item.published, locale)}>
            <QuietLink href={`/evidence/${item.slug}`}>
              <Foreign lang={item.language}>{item.title}</Foreign>
            </QuietLink>
          </Line>
        ))}
      </Work>
      <Work id="claimed" total={claimed.total} none={t("claimedNone")} more={`/claims?claimant=${slug}`}>
        {claimed.items.map((claim) => (
          <Line
            key={claim.slug}
            detail={
              <>
                {formatClaimDates(claim, locale)} · <AssessmentMark assessment={claim.assessment} />
              </>
            }
          >
            <QuietLink href={`/claims/${claim.slug}`}>
              <DeskText>{claim.proposition}</DeskText>
            </QuietLink>
          </Line>
        ))}
      </Work>
      <Work id="answered" total={answered.total} none={t("answeredNone")} more={`/responses?authority=${slug}`}>
        {answered.items.map((answer) => (
          <Line
            key={answer.slug}
            detail={
              <>
                <Badge>{response(`kind.${answer.kind}`)}</Badge> {formatFuzzyDate(answer.given, locale)}
              </>
            }
          >
            <QuietLink href={`/responses/${answer.slug}`}>
              <DeskText>{answer.summary}</DeskText>
            </QuietLink>
          </Line>
        ))}
      </Work>
      {relayed.total > 0 && (
        <Work id="relayed" total={relayed.total}>
          {relayed.items.map((claim) => (
            <Line key={claim.slug} detail={formatClaimDates(claim, locale)}>
              <QuietLink href={`/claims/${claim.slug}`}>
                <DeskText>{claim.proposition}</DeskText>
              </QuietLink>
            </Line>
          ))}
        </Work>
      )}
      {operated.total > 0 && (
        <Work id="operates" total={operated.total} more={`/stations?operator=${slug}`}>
          {operated.items.map((station) => (
            <Line key={station.slug} detail={<StatusMark status={station.status} />}>
              <Link href={`/stations/${station.slug}`}>{station.name}</Link>, {countryName(station.country, locale)}
            </Line>
          ))}
        </Work>
      )}
      {asked.length > 0 && (
        <Work id="asked" total={asked.length}>
          {asked.map((request) => (
            <Line
              key={request.slug}
              detail={
                request.sentOn && request.dueOn
                  ? t("askedOn", { sent: day(request.sentOn), due: day(request.dueOn) })
                  : t("askedNotSent")
              }
            >
              <Link href={`/replies/${request.slug}`}>{request.questions}</Link>
              {request.response && (
                <>
                  {" "}
                  (<Link href={`/responses/${request.response}`}>{t("askedAnswered")}</Link>)
                </>
              )}
            </Line>
          ))}
        </Work>
      )}
    </div>
  );
}

type WorkProps = { id: WorkPart; total: number; none?: string; more?: string; children: readonly ReactNode[] };

function Work({ id, total, none, more, children }: WorkProps) {
  const t = useTranslations("organization");
  const format = useFormat();
  const rest = total - children.length;
  return (
    <section id={id} className="mb-8 min-w-0 scroll-mt-4">
      <h2>
        {t(id)} <span className="text-base font-normal text-muted">{format.number(total)}</span>
      </h2>
      {total === 0 && none && <p className="text-muted">{none}</p>}
      <ul>{children}</ul>
      {more && rest > 0 && (
        <p>
          <Link href={more}>{t("more", { count: rest })}</Link>
        </p>
      )}
    </section>
  );
}

function Line({ detail, children }: { detail: ReactNode; children: ReactNode }) {
  return (
    <li className="break-inside-avoid border-b border-rule py-2">
      <p>{children}</p>
      <p className="text-sm text-muted">{detail}</p>
    </li>
  );
}
