import { z } from "zod";
import { asId } from "@/app/_server/query";
import { jsonWrite } from "@/app/_server/route-handlers";
import { releaseCopy } from "@/db/access/files/releases";

const nothing = z.strictObject({});

export const POST = jsonWrite<typeof nothing, void, { id: string }>(
  nothing,
  (actor, _input, { params }) => releaseCopy(actor, asId(params.id)),
  { permission: "release a redacted copy" },
);
