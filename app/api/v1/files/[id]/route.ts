import { headers } from "next/headers";
import { answerFile } from "@/app/_server/file-answer";
import { asId } from "@/app/_server/query";
import { fileRead } from "@/app/_server/route-handlers";
import { findAttachment } from "@/db/access/files/files";

/** The bytes themselves, by the id under which they were handed in with a record; Range and If-None-Match as in RFC 9110. */
export const GET = fileRead<{ id: string }>(async (actor, { params }) =>
  answerFile(await findAttachment(actor, asId(params.id)), await headers()),
);
