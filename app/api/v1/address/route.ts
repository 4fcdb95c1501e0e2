import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { proposeFromAddress } from "@/db/access/evidence/address-proposal";

const question = z.object({
  url: z.url({ protocol: /^https?$/, error: "validation.url" }).max(2000, "validation.tooLong"),
});

/** What the address of an item tells of it, for a form to propose. */
export const GET = jsonRead((actor, { url }) => proposeFromAddress(actor, queryOf(url, question).url));
