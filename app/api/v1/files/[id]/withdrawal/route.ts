import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { withdrawAttachment } from "@/db/access/files/files";
import { requiredText } from "@/lib/records/input";

const withdrawal = z.strictObject({ reason: requiredText(500) });

export const POST = jsonWrite<typeof withdrawal, void, { id: string }>(withdrawal, (actor, { reason }, { params }) =>
  withdrawAttachment(actor, asId(params.id), reason),
);
