"use client";

import { useRef, useState } from "react";
import { useFormat, useFormatInstant, useTranslations } from "#translations";
import { useFormOwner } from "@/components/drafts/form-owner";
import type { Comment } from "@/db/access/discussion/comments";
import { commentAnchor } from "@/lib/records/comment-threads";
import { CommentBox } from "./comment-box";
import { CommentFiles } from "./comment-files";
import { CommentText } from "./comment-text";
import { type DiscussionActions, SentForm } from "./sent-form";
import { type Doing, isSending } from "./use-discussion";

type Props = {
  comment: Comment;
  /** What it is about, in the reader's words, when that is not the whole. */
  about?: string | null;
  actions: DiscussionActions;
  from: string;
  doing: Doing;
};

/** One comment: who, when, what; and for its author, the ways to change it. */
export function CommentEntry({ comment, about, actions, from, doing }: Props) {
  const t = useTranslations("discussion");
  const format = useFormat();
  const formatInstant = useFormatInstant();
  const when = formatInstant(comment.at, "minute");
  return (
    <article
      id={commentAnchor(comment.id)}
      className={`scroll-mt-4 target:bg-accent-soft ${isSending(comment) ? "opacity-70" : ""}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <strong className="text-ink">{comment.author}</strong>
        <time dateTime={comment.at}>{isSending(comment) ? t("sending") : when}</time>
        {comment.editedAt && comment.body !== null && <span>({t("edited")})</span>}
        {about && <span className="rounded-sm border border-rule px-1.5">{about}</span>}
      </p>
      {comment.body === null ? (
        <p className="italic text-muted">{t("takenBack")}</p>
      ) : (
        <CommentText comment={comment} />
      )}
      {comment.files.length > 0 && <CommentFiles files={comment.files} />}
      {comment.unknown.length > 0 && (
        <p className="measure border-l-4 border-caution pl-2 text-sm">
          {t("unknown", { handles: format.list(comment.unknown.map((handle) => `@${handle}`)) })}
        </p>
      )}
      {comment.isOwn && comment.body !== null && !isSending(comment) && (
        <OwnSteps comment={comment} {...{ actions, from, doing }} />
      )}
    </article>
  );
}

function OwnSteps({ comment, actions, from, doing }: Props) {
  const t = useTranslations("discussion");
  const box = useRef<HTMLTextAreaElement>(null);
  const keptAs = `edit-${comment.id}`;
  const { held } = useFormOwner();
  const [isOpen, setOpen] = useState(held?.form === keptAs);
  return (
    <details className="mt-1" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1 text-sm text-accent">{t("edit")}</summary>
      <div className="flex flex-col gap-3 pt-2">
        <SentForm
          action={actions.edit}
          hidden={{ id: comment.id, from }}
          label={t("save")}
          keptAs={keptAs}
          send={async () => {
            await doing.edit(comment.id, box.current?.value ?? "");
            setOpen(false);
          }}
        >
          {({ values, errorId }) => (
            <CommentBox
              box={box}
              id={keptAs}
              label={t("editOwn")}
              text={typeof values.body === "string" ? values.body : (comment.body ?? "")}
              errorId={errorId}
            />
          )}
        </SentForm>
        <SentForm
          action={actions.takeBack}
          hidden={{ id: comment.id, from }}
          label={t("takeBack")}
          kind="danger"
          send={() => doing.takeBack(comment.id)}
        />
      </div>
    </details>
  );
}
