import type { ReactNode } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import { QuietLink } from "@/components/ui/link";
import type { OwnWork } from "@/db/access/queue/own-work";
import type { DueReply } from "@/db/access/replies/reply-list";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { formatDay } from "@/lib/dates/format-date";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { QueueView } from "@/lib/filters/queue-filter";
import { OverviewSection } from "./section";

type Needs = {
  readonly due: readonly DueReply[];
  readonly own: OwnWork;
  readonly mine: { readonly assigned: number; readonly due: number };
  /** Of what waits nobody has it. */
  readonly unassigned: number;
  /** Redacted copies to be released. */
  readonly copies: number;
  readonly annotations: number;
  /** What others handed in, for who decides about it. */
  readonly toReview: number;
};
type Props = { needs: Needs; className: string };

const LETTERS_SHOWN = 3;
const waitingHref = (only: Partial<QueueView>) => recordsBehind("waiting", dashboardFilter.absent, only);

/** What waits for this person first, then for the desk. */
export function NeedsYou({ needs, className }: Props) {
  const t = useTranslations("overview");
  const { due, own, mine, copies, annotations, toReview } = needs;
  const count = due.length + own.changesRequested + own.drafts + mine.assigned + copies + annotations + toReview;
  return (
    <OverviewSection
      id="needs"
      title={t("needsTitle")}
      more={{ href: waitingHref({ who: "waiting" }), label: t("needsAll") }}
      className={className}
    >
      {count === 0 ? (
        <p className="measure py-2 text-muted">{t("needsNothing")}</p>
      ) : (
        <ul className="overview-rows">
          <Letters due={due} />
          <Work own={own} mine={mine} />
          <Desk needs={needs} />
        </ul>
      )}
    </OverviewSection>
  );
}

function Letters({ due }: Pick<Needs, "due">) {
  const t = useTranslations("overview");
  const words = useTranslations("replyRequest");
  const locale = useLocaleCode();
  return (
    <>
      {due.slice(0, LETTERS_SHOWN).map(({ id, slug, respondent, subject, deadline, status }) => {
        const isOverdue = status === "overdue";
        const day = deadline ? formatDay(deadline, locale, "medium") : "";
        return (
          <Need
            key={id}
            href={`/replies/${slug}`}
            aside={t(isOverdue ? "replyOverdue" : "replyDue", { day })}
            isUrgent={isOverdue}
            detail={subject}
          >
            {respondent?.name ?? words("respondentHidden")}
          </Need>
        );
      })}
      {due.length > LETTERS_SHOWN && (
        <Need href="/replies">{t("lettersMore", { count: due.length - LETTERS_SHOWN })}</Need>
      )}
    </>
  );
}

/** What came back to this person, what they have to do, and what they have not handed in. */
function Work({ own, mine }: Pick<Needs, "own" | "mine">) {
  const t = useTranslations("overview");
  const more = own.changesRequested - own.sentBack.length;
  return (
    <>
      {own.sentBack.map((record) => (
        <li key={record.id}>
          <span aria-hidden="true">↺</span>
          <span className="truncate">
            <RecordTitle record={record} />
          </span>
          <span className="text-sm text-muted">{t("changesAsked")}</span>
        </li>
      ))}
      {more > 0 && (
        <Need href={waitingHref({ who: "mine", state: onlyValues("changes_requested") })}>
          {t("sentBackMore", { count: more })}
        </Need>
      )}
      {mine.assigned > 0 && (
        <Need
          href={waitingHref({ who: "waiting" })}
          aside={mine.due > 0 ? t("assignedDue", { count: mine.due }) : undefined}
          isUrgent={mine.due > 0}
        >
          {t("assigned", { count: mine.assigned })}
        </Need>
      )}
      {own.drafts > 0 && (
        <Need href={waitingHref({ who: "mine", state: onlyValues("draft") })}>
          {t("ownDrafts", { count: own.drafts })}
        </Need>
      )}
    </>
  );
}

function Desk({ needs: { toReview, unassigned, copies, annotations } }: { needs: Needs }) {
  const t = useTranslations("overview");
  return (
    <>
      {toReview > 0 && (
        <Need
          href={waitingHref({ state: onlyValues("in_review") })}
          aside={
            unassigned > 0 && (
              <QuietLink href={waitingHref({ who: "unassigned" })}>
                {t("waitsUnassigned", { count: unassigned })}
              </QuietLink>
            )
          }
        >
          {t("toReview", { count: toReview })}
        </Need>
      )}
      {copies > 0 && <Need href="/queue#copies">{t("waitsCopies", { count: copies })}</Need>}
      {annotations > 0 && <Need href="/queue#annotations">{t("waitsAnnotations", { count: annotations })}</Need>}
    </>
  );
}

type NeedProps = {
  href: string;
  /** What it is about, behind what it is called. */
  detail?: string | null;
  aside?: ReactNode;
  isUrgent?: boolean;
  children: ReactNode;
};

function Need({ href, detail, aside, isUrgent = false, children }: NeedProps) {
  return (
    <li>
      <span aria-hidden="true" className={isUrgent ? "font-bold text-caution" : "text-muted"}>
        {isUrgent ? "!" : "›"}
      </span>
      <span className="truncate">
        <QuietLink href={href}>{children}</QuietLink>
        {detail && <span className="text-sm text-muted"> {detail}</span>}
      </span>
      {aside && <span className={`text-sm ${isUrgent ? "font-semibold text-caution" : "text-muted"}`}>{aside}</span>}
    </li>
  );
}
