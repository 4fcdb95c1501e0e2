import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { verifyAttachment } from "@/db/access/files/fixity";

const verification = z.strictObject({});

export const POST = jsonWrite<typeof verification, { fixity: string }, { id: string }>(
  verification,
  async (actor, _input, { params }) => ({ fixity: await verifyAttachment(actor, asId(params.id)) }),
);
