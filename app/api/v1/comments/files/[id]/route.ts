import { headers } from "next/headers";
import { answerFile } from "@/app/_server/file-answer";
import { asId } from "@/app/_server/query";
import { fileRead } from "@/app/_server/route-handlers";
import { findCommentFile } from "@/db/access/discussion/comment-files";

/** The bytes of a file that was handed in with a comment; Range and If-None-Match as in RFC 9110. */
export const GET = fileRead<{ id: string }>(async (actor, { params }) =>
  answerFile(await findCommentFile(actor, asId(params.id)), await headers()),
);
