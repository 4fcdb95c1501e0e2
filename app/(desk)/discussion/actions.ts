"use server";

import { z } from "zod";
import { formAction } from "@/app/_server/form-action";
import { ownPath } from "@/app/_server/own-path";
import { editComment, resolveThread, takeBackComment, writeComment } from "@/db/access/discussion/comment-writes";
import { setFollowing } from "@/db/access/discussion/follows";
import { commentInput, editInput, subjectInput } from "@/lib/records/comment";
import { commentAnchor } from "@/lib/records/comment-threads";

/** The page that the form stands on, and the comment that it is about. */
const from = z.string().optional();
const id = z.uuid("validation.unknownComment");
const yes = z.enum(["true", "false"]).transform((value) => value === "true");

type Place = { readonly from?: string | undefined };
const toComment = (comment: { readonly id: string }, place: Place) =>
  `${ownPath(place.from)}#${commentAnchor(comment.id)}`;

export const writeCommentAction = formAction(
  commentInput.extend({ from }),
  (actor, { from: _from, ...comment }) => writeComment(actor, comment),
  { done: toComment },
);

export const editCommentAction = formAction(
  editInput.extend({ id, from }),
  (actor, comment) => editComment(actor, comment.id, comment.body),
  { done: toComment },
);

export const takeBackAction = formAction(
  z.object({ id, from }),
  (actor, comment) => takeBackComment(actor, comment.id),
  { done: toComment },
);

export const resolveAction = formAction(
  z.object({ id, resolved: yes, from }),
  (actor, thread) => resolveThread(actor, thread.id, thread.resolved),
  { done: toComment },
);

export const followAction = formAction(
  subjectInput.extend({ follows: yes, from }),
  (actor, { follows, kind, slug }) => setFollowing(actor, { kind, slug }, follows),
  { done: (_following, place) => `${ownPath(place.from)}#discussion` },
);
