import type { RecordKind } from "@/lib/records/editorial";
import { Refusal } from "@/lib/workflow/refusal";
import { db, type Tx, transaction } from "../../client";
import { snapshotsAt } from "../revisions";
import type { LockedRecord } from "./record-rows";

/** A change was made from another version than the one that is stored by now. */
export class StaleSave extends Error {
  constructor(
    readonly kind: RecordKind,
    readonly row: LockedRecord,
    readonly basedOn: number,
  ) {
    super("The record was changed meanwhile.");
  }

  /** The conflict that whoever saves is shown, with what their change was made from. */
  async toRefusal(on: typeof db): Promise<Refusal> {
    const { id, snapshot, version } = this.row;
    const bases = await snapshotsAt(on, this.kind, [{ id, version: this.basedOn }]);
    return Refusal.conflict(snapshot, version, bases.get(id));
  }
}

/** A transaction of one change. What its conflict is shown with is read when its lock is no more: others wait for that. */
export async function reviseAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transaction(work);
  } catch (error) {
    throw error instanceof StaleSave ? await error.toRefusal(db) : error;
  }
}
