import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { takeBackComment, type WrittenComment } from "@/db/access/discussion/comment-writes";

const nothing = z.object({});

/** Its author takes it back. */
export const POST = jsonWrite<typeof nothing, WrittenComment, { id: string }>(
  nothing,
  (actor, _nothing, { params }) => takeBackComment(actor, asId(params.id)),
  { permission: "write a comment" },
);
