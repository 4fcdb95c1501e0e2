import { z } from "zod";
import { queryOf } from "@/app/_server/query";
import { jsonRead } from "@/app/_server/route-handlers";
import { proposeFromAddress } from "@/db/access/evidence/address-proposal";
import { pageAddress } from "@/lib/records/capture";

const question = z.object({ url: pageAddress });

/** What the address of an item tells of it, for a form to propose. */
export const GET = jsonRead((actor, { url }) => proposeFromAddress(actor, queryOf(url, question).url));
