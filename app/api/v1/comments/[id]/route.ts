import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { editComment, type WrittenComment } from "@/db/access/discussion/comment-writes";
import { editInput } from "@/lib/records/comment";

/** Its author changes what it says. */
export const PATCH = jsonWrite<typeof editInput, WrittenComment, { id: string }>(
  editInput,
  (actor, { body }, { params }) => editComment(actor, asId(params.id), body),
  { permission: "write a comment" },
);
