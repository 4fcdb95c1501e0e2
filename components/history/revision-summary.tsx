import { useFormat, useFormatInstant, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { RevisionDetail, RevisionLine } from "@/db/access/history/revision-lines";
import { historyPath, revisionPath } from "@/lib/records/record-path";

const VERBS = [
  "record",
  "revise",
  "submit",
  "approve",
  "publish",
  "recall",
  "request_changes",
  "unpublish",
  "retract",
  "reopen",
  "trash",
  "restore",
  "apply",
  "correct",
  "merge",
  "merged",
  "unmerge",
  "unmerged",
  "relink",
  "erase",
] as const;
const verbOf = (action: string) => VERBS.find((verb) => action.endsWith(`.${verb}`)) ?? "other";

/** The moment of a revision in the reader's words, to the minute. */
export function useMoment() {
  const formatInstant = useFormatInstant();
  return (at: string) => formatInstant(at, "minute");
}

/** One revision in words: the transition, who, when, why, what changed, and on what basis. */
export function RevisionSummary({ revision }: { revision: RevisionLine }) {
  const t = useTranslations("record");
  const moment = useMoment();
  const { version, action, author, at, reason, changed, erased, detail, seq, hash } = revision;
  return (
    <>
      <p>
        <strong>
          {t("historyVersion", { version: String(version) })} · {t(`action.${verbOf(action)}`)}
        </strong>{" "}
        <span className="text-muted">{t("historyBy", { author, at: moment(at) })}</span>
      </p>
      {reason && <p className="measure">{reason}</p>}
      {erased && <Tombstone erased={erased} />}
      {!action.endsWith(".record") && <Changed fields={changed} />}
      <Detail detail={detail} />
      {detail.merge && <MergeOf merge={detail.merge} isUndone={action.includes(".unmerge")} />}
      <p className="font-mono text-xs text-muted">
        <Link href={revisionPath(hash)}>{t("historyHash", { seq: String(seq), hash: hash.slice(0, 19) })}</Link>
      </p>
    </>
  );
}

/** In place of content that was erased: by whom, when, why. */
export function Tombstone({ erased }: { erased: NonNullable<RevisionLine["erased"]> }) {
  const t = useTranslations("history");
  const moment = useMoment();
  const values = { name: erased.by, at: moment(erased.at) };
  return (
    <p className="measure border-l-4 border-rule-strong pl-3">
      {erased.reason ? t("erasedBecause", { ...values, reason: erased.reason }) : t("erasedBy", values)}
    </p>
  );
}

function Changed({ fields }: { fields: readonly string[] }) {
  const t = useTranslations("record");
  const format = useFormat();
  const named = fields.filter((field) => field !== "state");
  if (named.length === 0) return null;
  const names = named.map((field) => {
    const key = `field.${field}` as "field.note";
    return t.has(key) ? t(key) : field;
  });
  return <p className="measure text-muted">{t("historyChanged", { fields: format.list(names) })}</p>;
}

/** Which record became one with which, or is one of its own again. */
function MergeOf({ merge, isUndone }: { merge: NonNullable<RevisionDetail["merge"]>; isUndone: boolean }) {
  const t = useTranslations("merge");
  const { kind, from, to } = merge;
  return (
    <p className="measure text-muted">
      {t.rich(isUndone ? "revisionUndone" : "revision", {
        from: () => <Link href={historyPath(kind, from)}>{from}</Link>,
        to: () => <Link href={historyPath(kind, to)}>{to}</Link>,
      })}
    </p>
  );
}

/** What the transition itself added: the warnings that were ticked, and who wrote an applied proposal. */
function Detail({ detail: { ticked, proposal, writers, approvedBy } }: { detail: RevisionDetail }) {
  const t = useTranslations("history");
  const gate = useTranslations("gate");
  const format = useFormat();
  return (
    <>
      {ticked.length > 0 && (
        <p className="measure text-muted">
          {t("ticked", { warnings: ticked.map((warning) => gate(warning, { count: 1 })).join(" ") })}
        </p>
      )}
      {proposal && (
        <p className="measure text-muted">
          {t.rich("applied", {
            proposal: () => <Link href={`/proposals/${proposal}`}>{proposal}</Link>,
            writers: format.list(writers),
            approver: approvedBy ?? "",
          })}
        </p>
      )}
    </>
  );
}
