import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";
import { writeComment } from "@/db/access/discussion/comment-writes";
import { listComments } from "@/db/access/discussion/comments";
import { commentInput, subjectInput } from "@/lib/records/comment";

const commentQuery = subjectInput.extend({ field: z.string().max(60).optional() });

/** What was said about one record or proposal, or about one of its fields. */
export const GET = jsonRead((actor, { url }) => {
  const { field, ...subject } = queryOf(url, commentQuery);
  return listComments(actor, subject, field);
});

/** A comment, or a reply to one. */
export const POST = jsonWrite(commentInput, (actor, comment) => writeComment(actor, comment), {
  status: 201,
  permission: "write a comment",
});
