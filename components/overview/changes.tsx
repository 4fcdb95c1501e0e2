import { useFormatInstant, useTranslations } from "#translations";
import { RecordTitle } from "@/components/records/record-title";
import type { RecordChange } from "@/db/access/history/changes";

const ACTIONS = ["record", "revise", "submit", "approve", "publish"] as const;

/** The last changes, neighbours of one kind in one line. Without people for who may not read the history. */
export function OverviewChanges({
  changes,
  mayReadHistory,
}: {
  changes: readonly RecordChange[];
  mayReadHistory: boolean;
}) {
  const t = useTranslations("overview");
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t(mayReadHistory ? "changesTitle" : "publishedTitle")}</h2>
      {changes.length === 0 && <p className="text-muted">{t(mayReadHistory ? "changesNone" : "publishedNone")}</p>}
      <ol className="mt-2">
        {changes.map((change) => (
          <OneChange key={change.seq} change={change} />
        ))}
      </ol>
    </section>
  );
}

function OneChange({ change }: { change: RecordChange }) {
  const t = useTranslations("overview");
  const record = useTranslations("record");
  const formatInstant = useFormatInstant();
  const action = ACTIONS.find((known) => known === change.action) ?? "other";
  const at = formatInstant(change.at, "minute");
  return (
    <li className="border-b border-rule py-2 text-sm last:border-b-0">
      <p className="text-xs text-muted">
        {record(`kindName.${change.record.kind}`)} · {record(`action.${action}`)} ·{" "}
        <time dateTime={change.at}>{change.author ? t("changedBy", { author: change.author, at }) : at}</time>
      </p>
      <p className="line-clamp-2">
        <RecordTitle record={change.record} />
      </p>
      {change.more > 0 && <p className="text-muted">{t("more", { count: change.more })}</p>}
    </li>
  );
}
