import { hashRevision } from "@/lib/history/revision";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import type { CopiedRow } from "./copy";
import type { NewsroomRecord } from "./records";

const PUBLISHED = [
  ...([
    ["record", "draft"],
    ["submit", "in_review"],
    ["approve", "approved"],
    ["publish", "published"],
  ] as const),
];
/** The steps that lead to a state, each with the state that it leads to. */
const STEPS: Partial<Record<RecordState, readonly (readonly [action: string, state: RecordState])[]>> = {
  draft: PUBLISHED.slice(0, 1),
  in_review: PUBLISHED.slice(0, 2),
  changes_requested: [...PUBLISHED.slice(0, 2), ["request_changes", "changes_requested"]],
  trashed: [...PUBLISHED.slice(0, 1), ["trash", "trashed"]],
  published: PUBLISHED,
  corrected: [...PUBLISHED, ["correct", "corrected"]],
};
/** Of one record in so many the whole way is kept; of the others the last step alone, as of what was imported. */
const WHOLE = 10;

export const stepsOf = ({ state, number }: NewsroomRecord) =>
  (STEPS[state] ?? PUBLISHED).slice(number % WHOLE === 0 ? 0 : -1);

export type Desk = { readonly writer: string; readonly approver: string };
const BY_APPROVER = ["approve", "publish", "request_changes"];

const FIRST_MOMENT = Date.UTC(2022, 0, 1);
const MINUTE = 60_000;
const momentOf = (seq: number): string => new Date(FIRST_MOMENT + seq * MINUTE).toISOString();

/** The chain of revisions, going on after its last one; hashed as the product hashes. */
export class Chain {
  constructor(
    private readonly desk: Desk,
    private seq: number,
    private hash: string | null,
  ) {}

  /** A record's revisions, from its first version. */
  append<Kind extends RecordKind>(record: NewsroomRecord<Kind>, recordId: string): CopiedRow[] {
    const { kind, slug, input } = record;
    return stepsOf(record).map(([action, state], index) => {
      this.seq += 1;
      const content = {
        seq: this.seq,
        recordKind: kind,
        recordId,
        version: index + 1,
        action: `${kind}.${action}`,
        snapshot: { slug, state, ...(input as Snapshot) },
        changed: action === "record" ? Object.keys(input).sort() : ["state"],
        reason: null,
        detail: action === "correct" ? { writers: [this.desk.writer], approvedBy: this.desk.approver } : null,
        authorId: BY_APPROVER.includes(action) ? this.desk.approver : this.desk.writer,
        at: momentOf(this.seq),
        previousHash: this.hash,
      };
      this.hash = hashRevision(content);
      return { ...content, hash: this.hash };
    });
  }

  /** When the last of them was written. */
  get moment(): string {
    return momentOf(this.seq);
  }
}
