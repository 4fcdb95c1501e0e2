import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { redactAttachment } from "@/db/access/files/redactions";
import { redactionInput } from "@/lib/records/redaction";

type Made = Awaited<ReturnType<typeof redactAttachment>>;

export const POST = jsonWrite<typeof redactionInput, Made, { id: string }>(
  redactionInput,
  (actor, input, { params }) => redactAttachment(actor, asId(params.id), input),
  { status: 201, permission: "redact a file", location: ({ id }) => `/api/v1/files/${id}` },
);
