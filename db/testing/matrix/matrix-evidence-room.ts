import { listWorkInDoubt, readItemInDoubt } from "../../access/evidence/resting-records";
import type { MatrixRow } from "./matrix-row";

/** What items stand on and carry: their files, and what rests on them. */
export const EVIDENCE_ROOM_READS: Readonly<Record<string, MatrixRow>> = {
  "resting-records.readItemInDoubt": {
    takes: "read drafts",
    ask: (actor, { shown }) => readItemInDoubt(actor, shown.evidence.slug),
  },
  "resting-records.listWorkInDoubt": { takes: "read drafts", ask: (actor) => listWorkInDoubt(actor) },
};
