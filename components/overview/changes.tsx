import { useFormat, useWords } from "#words";
import { RecordTitle } from "@/components/records/record-title";
import type { Change } from "@/db/access/changes";
import { inRuns, type Run } from "@/lib/change-runs";

const SHOWN = 8;
const ACTIONS = ["record", "revise", "submit", "approve", "publish"] as const;

/** The last changes, neighbours of one kind in one line. Without hands for who may not read the history. */
export function Changes({ changes, mayReadHistory }: { changes: readonly Change[]; mayReadHistory: boolean }) {
  const t = useWords("overview");
  const runs = inRuns(changes).slice(0, SHOWN);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t(mayReadHistory ? "changesTitle" : "publishedTitle")}</h2>
      {runs.length === 0 && <p className="text-muted">{t(mayReadHistory ? "changesNone" : "publishedNone")}</p>}
      <ol className="mt-2">
        {runs.map((run) => (
          <ChangeRun key={run.first.seq} run={run} />
        ))}
      </ol>
    </section>
  );
}

function ChangeRun({ run: { first, rest } }: { run: Run<Change> }) {
  const t = useWords("overview");
  const record = useWords("record");
  const format = useFormat();
  const action = ACTIONS.find((known) => known === first.action) ?? "other";
  const at = format.dateTime(new Date(first.at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="border-b border-rule py-2 text-sm last:border-b-0">
      <p className="text-xs text-muted">
        {record(`kindName.${first.record.kind}`)} · {record(`action.${action}`)} ·{" "}
        <time dateTime={first.at}>{first.author ? t("changedBy", { author: first.author, at }) : at}</time>
      </p>
      <p className="line-clamp-2">
        <RecordTitle record={first.record} />
      </p>
      {rest.length > 0 && <p className="text-muted">{t("more", { count: rest.length })}</p>}
    </li>
  );
}
