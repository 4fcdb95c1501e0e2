import { z } from "zod";
import { jsonWrite } from "@/app/_server/route-handlers";
import { proposeFromPage } from "@/db/access/evidence/page-proposal";
import { pageAddress } from "@/lib/records/capture";

/** Has the server ask for the page of an item, and answers what that says of itself, for a form to propose. */
export const POST = jsonWrite(z.strictObject({ url: pageAddress }), (actor, { url }) => proposeFromPage(actor, url), {
  permission: "record evidence",
});
