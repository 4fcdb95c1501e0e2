import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { resolveThread, type WrittenComment } from "@/db/access/discussion/comment-writes";
import { resolveInput } from "@/lib/records/comment";

/** Marks a thread as resolved, or opens it again. */
export const POST = jsonWrite<typeof resolveInput, WrittenComment, { id: string }>(
  resolveInput,
  (actor, { resolved }, { params }) => resolveThread(actor, asId(params.id), resolved),
  { permission: "write a comment" },
);
