import { z } from "zod";
import { jsonWrite } from "@/app/_server/boundary";
import { asId } from "@/app/_server/query";
import { takeBackComment, type WrittenComment } from "@/db/access/discussion/comment-writes";

const nothing = z.object({});

/** Its author takes it back. */
export const POST = jsonWrite<typeof nothing, WrittenComment, { id: string }>(
  nothing,
  (actor, _nothing, { params }) => takeBackComment(actor, asId(params.id)),
  { permission: "write a comment" },
);
