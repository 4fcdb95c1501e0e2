import type { RecordState } from "./editorial";
import type { Permission } from "./policy";

/** A step that a person takes with a record. Editing a record in a state of `lapses` takes it back to a draft. */
export const STEPS = {
  submit: { from: ["draft", "changes_requested"], to: "in_review", permission: "submit a record for review" },
  approve: { from: ["in_review"], to: "approved", permission: "approve a record", fourEyes: true },
  publish: { from: ["approved"], to: "published", permission: "publish a record", gate: true },
} as const satisfies Record<
  string,
  { from: readonly RecordState[]; to: RecordState; permission: Permission; fourEyes?: true; gate?: true }
>;
export type Step = keyof typeof STEPS;

export const canTake = (step: Step, state: RecordState) =>
  (STEPS[step].from as readonly RecordState[]).includes(state);

/** Content can be edited in place in these states; an approval that stood lapses with the edit. */
const EDITABLE: readonly RecordState[] = ["draft", "in_review", "changes_requested", "approved"];
export const isEditable = (state: RecordState) => EDITABLE.includes(state);

/** The state after an edit: approval is bound to the version that was read, so an approved record is a draft again. */
export const stateAfterEdit = (state: RecordState): RecordState => (state === "approved" ? "draft" : state);
