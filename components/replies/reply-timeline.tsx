import { useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import type { Reply, ReplyEntry } from "@/db/access/replies/replies";
import { useDayFormatter } from "./reply-status-mark";

/** What happened since the letter, in the order of its days. */
export function ReplyTimeline({ reply }: { reply: Reply }) {
  const t = useTranslations("replyRequest");
  const day = useDayFormatter();
  if (!reply.sentOn) return null;
  return (
    <section aria-labelledby="entries" className="flex flex-col gap-2">
      <h2 id="entries">{t("entriesTitle")}</h2>
      <ol className="border-l-2 border-rule-strong">
        <li className="px-4 py-2">
          <span className="text-sm text-muted">{day(reply.sentOn)}</span>
          <p>{t("entrySent", { due: reply.dueOn ? day(reply.dueOn) : "" })}</p>
        </li>
        {reply.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {reply.entries.length === 0 && <p className="text-muted">{t("entriesNone")}</p>}
    </section>
  );
}

function Entry({ entry: { kind, happenedOn, dueOn, response, note, author } }: { entry: ReplyEntry }) {
  const t = useTranslations("replyRequest");
  const kinds = useTranslations("response");
  const day = useDayFormatter();
  return (
    <li className="border-t border-rule px-4 py-2">
      <span className="text-sm text-muted">
        {day(happenedOn)}
        {author && ` · ${author}`}
      </span>
      <p>
        <strong>{t(`entry.${kind}`)}</strong>
        {dueOn && `, ${t("entryDue", { due: day(dueOn) })}`}
        {response && (
          <>
            {": "}
            <QuietLink href={`/responses/${response.slug}`}>
              {kinds(`kind.${response.kind}`)}. <DeskText>{response.summary}</DeskText>
            </QuietLink>
          </>
        )}
      </p>
      {note && (
        <p dir="auto" className="measure whitespace-pre-line text-sm text-muted">
          {note}
        </p>
      )}
    </li>
  );
}
