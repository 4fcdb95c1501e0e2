import { useFormatInstant, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { RecordTitle } from "@/components/records/record-title";
import type { LastVisit } from "@/db/access/accounts/visits";
import type { ChangesSince, RecordChange } from "@/db/access/history/changes";
import type { Outcome } from "@/lib/workflow/outcome";
import { SeenForm } from "./seen-form";

const ACTIONS = ["record", "revise", "submit", "approve", "publish"] as const;

type Props = {
  visit: LastVisit;
  since: ChangesSince | null;
  readsHistory: boolean;
  /** As far as the page has read: what comes after it is not marked as seen. */
  seq: number;
  /** This page's address, to come back to. */
  here: string;
  markSeen: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

/** What has changed since the reader was here last, as they may see it. */
export function ChangesSinceVisit({ visit, since, readsHistory, seq, here, markSeen }: Props) {
  const t = useTranslations("summary");
  const formatInstant = useFormatInstant();
  const at = visit && formatInstant(visit.at, "longMinute");
  return (
    <section aria-labelledby="since" className="flex flex-col gap-2">
      <h2 id="since">{t("sinceTitle")}</h2>
      {at && since ? (
        <>
          <p>
            {t(since.isMore ? "sinceMany" : "sinceLead", { count: since.count, at })}
            {!readsHistory && <span className="text-muted"> {t("publishedOnly")}</span>}
          </p>
          <ol className="print:columns-2 print:gap-6">
            {since.changes.map((change, index) => (
              <OneChange key={change.seq} change={change} isPrinted={index < PRINTED} />
            ))}
          </ol>
        </>
      ) : (
        <p>{t("firstVisit")}</p>
      )}
      {(!since || since.count > 0) && (
        <Messages of={["summary", "form"]}>
          <SeenForm action={markSeen} seq={seq} from={here} label={t(visit ? "markSeen" : "firstVisitMark")} />
        </Messages>
      )}
    </section>
  );
}

/** On paper there is room for the latest. */
const PRINTED = 6;

function OneChange({ change, isPrinted }: { change: RecordChange; isPrinted: boolean }) {
  const t = useTranslations("summary");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  const action = ACTIONS.find((known) => known === change.action) ?? "other";
  const at = formatInstant(change.at, "minute");
  return (
    <li
      className={`border-b border-rule py-2 text-sm last:border-b-0 print:py-1 print:text-xs ${isPrinted ? "" : "print:hidden"}`}
    >
      <p className="text-xs text-muted">
        {record(`kindName.${change.record.kind}`)} · {record(`action.${action}`)} ·{" "}
        <time dateTime={change.at}>{at}</time>
        {change.author && ` · ${change.author}`}
      </p>
      <p className="line-clamp-2 print:line-clamp-1">
        <RecordTitle record={change.record} />
      </p>
      {change.more > 0 && <p className="text-muted">{t("andMore", { count: change.more })}</p>}
    </li>
  );
}
