import { newProposal, proposeChange } from "@/app/_server/proposal-api";
import { jsonWrite } from "@/app/_server/route-handlers";

/** A change to a published record, for another person to approve. */
export const POST = jsonWrite(newProposal, (actor, proposal) => proposeChange(actor, proposal), {
  status: 201,
  permission: "submit a record for review",
  location: ({ slug }) => `/api/v1/proposals/${slug}`,
});
