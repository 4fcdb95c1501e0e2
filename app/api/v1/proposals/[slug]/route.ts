import { proposalPatch, readProposal, updateProposal } from "@/app/_server/proposal-api";
import { jsonRead, jsonWrite } from "@/app/_server/route-handlers";

type BySlug = { slug: string };

export const GET = jsonRead<BySlug>((actor, { params }) => readProposal(actor, params.slug));

export const PATCH = jsonWrite<typeof proposalPatch, unknown, BySlug>(
  proposalPatch,
  (actor, proposal, { params }) => updateProposal(actor, params.slug, proposal),
  { permission: "submit a record for review" },
);
