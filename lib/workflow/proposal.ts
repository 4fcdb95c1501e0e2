/** Where a proposal stands. `applied`: approved, and written into its record. */
export const PROPOSAL_STATES = [
  "draft",
  "in_review",
  "changes_requested",
  "applied",
  "rejected",
  "withdrawn",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Those that somebody still works on or decides about. */
export const OPEN_PROPOSAL_STATES = [
  "draft",
  "in_review",
  "changes_requested",
] as const satisfies readonly ProposalState[];
export const isOpen = (state: ProposalState) => (OPEN_PROPOSAL_STATES as readonly ProposalState[]).includes(state);

/** True when nothing is missing that a reviewer needs: complete fields and a reason. */
export const isReadyForReview = (proposal: { readonly input: unknown; readonly reason: string | null }) =>
  proposal.input !== null && proposal.reason !== null;
