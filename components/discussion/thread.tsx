"use client";

import type { ReactNode } from "react";
import { useFormatInstant, useTranslations } from "#translations";
import { useFormOwner } from "@/components/drafts/form-owner";
import type { Comment } from "@/db/access/discussion/comments";
import { CommentEntry } from "./comment-entry";
import { CommentForm, type FieldChoice } from "./comment-form";
import { type DiscussionActions, SentForm } from "./sent-form";
import { type DiscussionSubject, type Doing, isSending } from "./use-discussion";

type Props = {
  first: Comment;
  replies: readonly Comment[];
  subject: DiscussionSubject;
  fields: readonly FieldChoice[];
  actions: DiscussionActions;
  from: string;
  doing: Doing;
};

/** A comment with the replies to it; folded up once it is resolved. */
export function Thread({ first, replies, subject, fields, actions, from, doing }: Props) {
  const t = useTranslations("discussion");
  const shared = { actions, from, doing };
  const reply = `reply-${first.id}`;
  const { held } = useFormOwner();
  const about = first.field && (fields.find(({ name }) => name === first.field)?.label ?? first.field);
  return (
    <Folded first={first}>
      <CommentEntry comment={first} about={about} {...shared} />
      {replies.length > 0 && (
        <ol className="mt-3 flex flex-col gap-3 border-l-2 border-rule pl-4">
          {replies.map((comment) => (
            <li key={comment.id}>
              <CommentEntry comment={comment} {...shared} />
            </li>
          ))}
        </ol>
      )}
      {!isSending(first) && (
        <div className="mt-2 flex flex-wrap items-start gap-x-6 gap-y-2 print:hidden">
          <details className="min-w-0 flex-1 basis-60" open={held?.form === reply}>
            <summary className="w-fit cursor-pointer py-1 text-sm font-semibold text-accent">{t("reply")}</summary>
            <div className="pt-2">
              <CommentForm
                id={reply}
                label={t("replyTo", { name: first.author })}
                action={actions.write}
                hidden={{ ...subject, from }}
                doing={doing}
                parent={first}
              />
            </div>
          </details>
          <SentForm
            action={actions.resolve}
            hidden={{ id: first.id, resolved: String(first.resolvedAt === null), from }}
            label={first.resolvedAt ? t("reopen") : t("resolve")}
            kind="quiet"
            send={() => doing.resolve(first.id, first.resolvedAt === null)}
          />
        </div>
      )}
    </Folded>
  );
}

function Folded({ first, children }: { first: Comment; children: ReactNode }) {
  const t = useTranslations("discussion");
  const formatInstant = useFormatInstant();
  if (!first.resolvedAt) return <>{children}</>;
  const date = formatInstant(first.resolvedAt, "day");
  return (
    <details>
      <summary className="cursor-pointer py-1 text-sm text-muted">
        <span aria-hidden="true">✓ </span>
        {t("resolved", { name: first.resolvedBy ?? "", date })}
        <span className="ml-2">{(first.body ?? "").slice(0, 60)}</span>
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
