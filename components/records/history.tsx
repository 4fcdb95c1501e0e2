import { useFormat, useWords } from "#words";
import type { RecordRevision } from "@/db/access/revisions";

const VERBS = ["record", "revise", "submit", "approve", "publish"] as const;
const verbOf = (action: string) => VERBS.find((verb) => action.endsWith(`.${verb}`)) ?? "other";

/** A record's versions, newest first: what was done, by whom, when, which fields and why. */
export function History({ revisions }: { revisions: readonly RecordRevision[] }) {
  const t = useWords("record");
  const format = useFormat();
  return (
    <section aria-labelledby="history" className="border-t border-rule pt-4">
      <h2 id="history">{t("history")}</h2>
      {revisions.length === 0 && <p className="text-muted">{t("historyEmpty")}</p>}
      <ol className="mt-2">
        {revisions.map((revision) => (
          <li key={revision.version} className="border-b border-rule py-2 text-sm last:border-b-0">
            <p>
              <strong>
                {t("historyVersion", { version: String(revision.version) })} ·{" "}
                {t(`action.${verbOf(revision.action)}`)}
              </strong>{" "}
              <span className="text-muted">
                {t("historyBy", {
                  author: revision.author,
                  at: format.dateTime(new Date(revision.at), { dateStyle: "medium", timeStyle: "short" }),
                })}
              </span>
            </p>
            {revision.reason && <p className="measure">{revision.reason}</p>}
            {!revision.action.endsWith(".record") && <Changed fields={revision.changed} />}
            <p className="font-mono text-xs text-muted">
              {t("historyHash", { seq: String(revision.seq), hash: revision.hash.slice(0, 19) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Changed({ fields }: { fields: readonly string[] }) {
  const t = useWords("record");
  const format = useFormat();
  const named = fields.filter((field) => field !== "state");
  if (named.length === 0) return null;
  const words = named.map((field) => {
    const key = `field.${field}` as "field.note";
    return t.has(key) ? t(key) : field;
  });
  return <p className="measure text-muted">{t("historyChanged", { fields: format.list(words) })}</p>;
}
