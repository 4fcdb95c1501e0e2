import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { StateBadge, StatusMark } from "@/components/ui/marks";
import type { StatusReport } from "@/db/access/stations/status-reports";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { describeStatus } from "@/lib/figures/describe-status";
import { isPublic } from "@/lib/records/editorial";
import { workPath } from "@/lib/records/record-path";
import type { StationStatus, StatusParts } from "@/lib/records/status";
import { StatusStrip } from "./status-strip";

/** The newest say how it stands; the rest is folded. */
const AT_FIRST = 3;

type Props = {
  parts: StatusParts | null;
  status: StationStatus;
  reports: readonly StatusReport[];
  today: string;
  /** True for the desk: each report links to where it is worked on. */
  isDesk: boolean;
};

/** The status sentence, the line of time under it, and each report with what it rests on. */
export function StatusHistory({ parts, status, reports, today, isDesk }: Props) {
  const t = useTranslations("statusReport");
  const locale = useLocaleCode();
  return (
    <section aria-labelledby="status" className="flex flex-col gap-2">
      <h2 id="status" className="sr-only">
        {t("title")}
      </h2>
      <p className="text-sm max-sm:sr-only">
        <StatusMark status={status} />
      </p>
      <p className="measure font-serif text-lg sm:text-xl">{describeStatus(parts, locale)}</p>
      <StatusStrip reports={reports} today={today} />
      {reports.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <>
          <Reports reports={reports.slice(0, AT_FIRST)} isDesk={isDesk} />
          {reports.length > AT_FIRST && (
            <details>
              <summary className="py-1 text-sm text-accent">
                {t("earlier", { count: reports.length - AT_FIRST })}
              </summary>
              <p className="measure text-sm text-muted">{t("historyLead")}</p>
              <Reports reports={reports.slice(AT_FIRST)} isDesk={isDesk} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Reports({ reports, isDesk }: Pick<Props, "reports" | "isDesk">) {
  return (
    <ol className="border-t border-rule">
      {reports.map((report) => (
        <Report key={report.id} report={report} isDesk={isDesk} />
      ))}
    </ol>
  );
}

function Report({ report, isDesk }: { report: StatusReport; isDesk: boolean }) {
  const t = useTranslations("statusReport");
  const locale = useLocaleCode();
  return (
    <li className="grid gap-x-4 border-b border-rule py-2 text-sm max-sm:grid-cols-[1fr_auto] max-sm:[&>:last-child]:col-span-2 sm:grid-cols-[10rem_12rem_1fr]">
      <span>{formatFuzzyDate(report.asOf, locale)}</span>
      <StatusMark status={report.status} />
      <span className="min-w-0">
        <Basis report={report} />
        {!isPublic(report.state) && (
          <>
            {" "}
            <StateBadge state={report.state} />
          </>
        )}
        {isDesk && (
          <>
            {" "}
            <span className="print:hidden">
              <Link href={workPath("status_report", report.slug)}>{t("open")}</Link>
            </span>
          </>
        )}
        {report.note && (
          <span className="measure block text-muted">
            <DeskText>{report.note}</DeskText>
          </span>
        )}
      </span>
    </li>
  );
}

function Basis({ report: { response, authority, evidence, publisher } }: { report: StatusReport }): ReactNode {
  const t = useTranslations("statusReport");
  const kinds = useTranslations("response");
  const parts: ReactNode[] = [];
  if (response) {
    const sentence = t("basisResponse", {
      authority: authority ?? "",
      kind: kinds(`kind.${response.kind}`).toLowerCase(),
    });
    parts.push(
      <Link key="response" href={`/responses/${response.slug}`}>
        {sentence}
      </Link>,
    );
  }
  if (evidence) {
    const title = publisher ? `${publisher}, “${evidence.title}”` : `“${evidence.title}”`;
    parts.push(
      <span key="evidence">
        {parts.length > 0 && "; "}
        <Link href={`/evidence/${evidence.slug}`}>{t("basisEvidence", { title })}</Link>
      </span>,
    );
  }
  return parts.length > 0 ? parts : <span className="text-muted">{t("basisHidden")}</span>;
}
