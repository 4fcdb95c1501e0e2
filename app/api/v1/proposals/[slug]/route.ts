import { jsonRead, jsonWrite } from "@/app/_server/boundary";
import { proposalPatch, readProposal, updateProposal } from "@/app/_server/proposal-api";

type BySlug = { slug: string };

export const GET = jsonRead<BySlug>((actor, { params }) => readProposal(actor, params.slug));

export const PATCH = jsonWrite<typeof proposalPatch, unknown, BySlug>(
  proposalPatch,
  (actor, proposal, { params }) => updateProposal(actor, params.slug, proposal),
  { permission: "submit a record for review" },
);
