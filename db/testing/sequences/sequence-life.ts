/** The states of what readers see. */
export const OUT = new Set(["published", "corrected"]);

export type RevisionDetailMap = Record<string, unknown>;
/** One record as the history tells it so far. */
export type Life = {
  kind: string;
  slug: string;
  version: number;
  state: string;
  content: string;
  snapshot: RevisionDetailMap;
  /** Everybody who wrote any of it. */
  writers: Set<string>;
  /** The content that another person approved, while the approval stands. */
  approved: string | null;
  approver: string | null;
  waiver: string | null;
};

export type CheckRule = (holds: unknown, what: string) => void;
