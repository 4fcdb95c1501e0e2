import { asSlug } from "@/app/_server/api";
import { jsonWrite } from "@/app/_server/route-handlers";
import { recordReplyEntry } from "@/db/access/replies/replies";
import { replyEntryInput } from "@/lib/records/reply-status";

/** What happened after the request was sent. */
export const POST = jsonWrite<typeof replyEntryInput, { id: string }, { slug: string }>(
  replyEntryInput,
  (actor, entry, { params }) => recordReplyEntry(actor, asSlug(params.slug), entry),
  { status: 201, permission: "record a reply request" },
);
