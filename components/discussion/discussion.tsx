"use client";

import { useTranslations } from "#translations";
import { Notice } from "@/components/ui/notice";
import type { CommentList as Discussed } from "@/db/access/discussion/comments";
import { threadsOf } from "@/lib/records/comment-threads";
import { CommentForm, type FieldChoice } from "./comment-form";
import { FollowButton } from "./follow-button";
import type { DiscussionActions } from "./sent-form";
import { Thread } from "./thread";
import { type DiscussionSubject, useDiscussion, type Viewer } from "./use-discussion";

type Props = {
  subject: DiscussionSubject;
  viewer: Viewer;
  /** As the server read it for this page. */
  initial: Discussed;
  /** The fields that a comment can be about, with their labels. */
  fields: readonly FieldChoice[];
  actions: DiscussionActions;
  /** The page that it stands on. */
  from: string;
};

/** What the desk says to each other about a record or a proposal. Needs the messages of `discussion`. */
export function Discussion({ subject, viewer, initial, fields, actions, from }: Props) {
  const t = useTranslations("discussion");
  const { discussion, isStale, ...doing } = useDiscussion(subject, initial, viewer);
  const threads = threadsOf(discussion.items);
  const open = threads.filter(({ first }) => first.resolvedAt === null).length;
  return (
    <section aria-labelledby="discussion" className="border-t border-rule pt-4 print:hidden">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="discussion">{t("title")}</h2>
        {threads.length > 0 && <p className="text-sm text-muted">{t("open", { count: open })}</p>}
      </div>
      <p className="measure text-sm text-muted">
        {t("lead")} {threads.length === 0 && t("empty")}
      </p>
      <FollowButton {...{ subject, from }} cause={discussion.following.cause} action={actions.follow} doing={doing} />
      {isStale && (
        <Notice kind="caution">
          <p>{t("stale")}</p>
        </Notice>
      )}
      <ol className="mt-3 flex flex-col">
        {threads.map(({ first, replies }) => (
          <li key={first.id} className="border-b border-rule py-3">
            <Thread {...{ first, replies, subject, fields, actions, from, doing }} />
          </li>
        ))}
      </ol>
      {/* On a phone the link in the bar of sections brings it up over the page, and the cross lets it go. */}
      <div id="write" className="comment-sheet">
        <a href="#discussion" aria-label={t("closeWriting")} className="review-close">
          ×
        </a>
        <CommentForm
          id="comment-new"
          label={t("write")}
          action={actions.write}
          hidden={{ ...subject, from }}
          doing={doing}
          fields={fields}
          counts={discussion.fields}
        />
      </div>
    </section>
  );
}
