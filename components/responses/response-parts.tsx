import { useLocaleCode, useTranslations } from "#translations";
import { AssessmentMark } from "@/components/claims/assessment-mark";
import { SaidBy } from "@/components/claims/claim-labels";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Grade } from "@/components/ui/grade";
import { Link, QuietLink } from "@/components/ui/link";
import { Badge, StatusMark } from "@/components/ui/marks";
import type { OfficialResponse } from "@/db/access/responses/responses";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";

type AnswerProps = { title: string; answers: OfficialResponse["answers"]; none: string | null };

/** What it says to claims, each claim with who made it. */
export function AnswerList({ title, answers, none }: AnswerProps) {
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

/** The statuses of stations that rest on it. */
export function StatusReports({ reports }: { reports: OfficialResponse["statusReports"] }) {
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

/** The items that say that it was given. */
export function ResponseEvidence({ items }: { items: OfficialResponse["evidence"] }) {
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
