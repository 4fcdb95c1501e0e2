import { useTranslations } from "#translations";
import { ReplyDeadline } from "@/components/replies/reply-status-mark";
import { Link, QuietLink } from "@/components/ui/link";
import type { DueReply } from "@/db/access/replies/reply-list";

/** What leads the desk's day: whom it waits for, what is overdue first. Nothing when it waits for nobody. */
export function DueReplies({ due }: { due: readonly DueReply[] }) {
  const t = useTranslations("replyRequest");
  const overdue = due.filter(({ status }) => status === "overdue");
  const soon = due.filter(({ status }) => status !== "overdue");
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="due" className="mb-10 flex flex-col gap-4 border-y-2 border-ink py-4">
      <h2 id="due">{t("dueTitle")}</h2>
      <div className="grid gap-x-12 gap-y-4 lg:grid-cols-2">
        {overdue.length > 0 && <Waited title={t("dueOverdue", { count: overdue.length })} due={overdue} />}
        {soon.length > 0 && <Waited title={t("dueSoon", { count: soon.length })} due={soon} />}
      </div>
      <p className="text-sm">
        <Link href="/replies">{t("dueAll")}</Link>
      </p>
    </section>
  );
}

function Waited({ title, due }: { title: string; due: readonly DueReply[] }) {
  const t = useTranslations("replyRequest");
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      <ul>
        {due.map((reply) => (
          <li key={reply.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-rule py-2">
            <span className="min-w-0 flex-1 basis-60">
              <QuietLink href={`/replies/${reply.slug}`}>{reply.respondent?.name ?? t("respondentHidden")}</QuietLink>
              {reply.subject && <span className="block text-sm text-muted">{reply.subject}</span>}
            </span>
            <span className="w-40 text-sm">
              <ReplyDeadline {...reply} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
