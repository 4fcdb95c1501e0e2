import type { RecordState } from "../records/editorial";
import type { Role } from "./actor";
import { BrandedError } from "./branded-error";
import type { GateReason } from "./gate";
import type { Permission } from "./policy";
import type { ProposalState } from "./proposal";
import { type RefusalDetail, refusalSentence } from "./refusal-sentence";
import type { ProposalTransition, Transition } from "./workflow";

type RefusalKind = "forbidden" | "not_found" | "conflict";

/**
 * Both versions of a record that two people changed: what is stored now, which version that is, and what both began with,
 * so that fields which only one of them touched need no question. Without `base` every field that differs is one.
 */
export type Conflict = {
  readonly current: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly base?: Readonly<Record<string, unknown>>;
};

/** A request that was understood and is not granted. The message is its English sentence from the catalogue. */
export class Refusal extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.Refusal");
  override readonly name = "Refusal";

  constructor(
    readonly kind: RefusalKind,
    readonly detail: RefusalDetail,
    readonly conflict?: Conflict,
  ) {
    super(refusalSentence(detail, "en"));
  }

  static forbidden(role: Role, permission: Permission): Refusal {
    return new Refusal("forbidden", {
      key: "forbidden",
      values: { role, permission },
    });
  }

  static notFound(): Refusal {
    return new Refusal("not_found", { key: "notFound" });
  }

  static conflict(current: Conflict["current"], version: number, base?: Conflict["base"]): Refusal {
    return new Refusal("conflict", { key: "conflict" }, { current, version, base });
  }

  /** A decision is bound to what was read. */
  static changedSinceRead(): Refusal {
    return new Refusal("conflict", {
      key: "changedSinceRead",
    });
  }

  /** A proposal's record was changed meanwhile in the same fields; `fields` are their names. */
  static baseMoved(fields: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "baseMoved", values: { fields: fields.join(", ") } });
  }

  /** A record that nobody outside the desk can read is edited in place. */
  static notPublished(): Refusal {
    return new Refusal("conflict", { key: "notPublished" });
  }

  /** An approved annotation has one change under way at a time. */
  static changeWaits(): Refusal {
    return new Refusal("conflict", {
      key: "changeWaits",
    });
  }

  static nothingProposed(): Refusal {
    return new Refusal("conflict", {
      key: "nothingProposed",
    });
  }

  /** A published record can't be edited in place, whatever the role. */
  static readOnly(): Refusal {
    return new Refusal("forbidden", { key: "readOnly" });
  }

  /** The step does not start from the state that the record is in. */
  static wrongState(step: Transition, state: RecordState): Refusal {
    return new Refusal("conflict", {
      key: "wrongState",
      values: { step, state },
    });
  }

  static proposalWrongState(step: ProposalTransition | "edit", state: ProposalState): Refusal {
    return new Refusal("conflict", { key: "proposalWrongState", values: { step, state } });
  }

  /** The publication gate is shut; `reason` is the first thing that blocks. */
  static gate(reason: GateReason): Refusal {
    return new Refusal("forbidden", {
      key: "gate",
      values: { reason },
    });
  }

  /** Somebody else took it first. */
  static assignedToOther(name: string): Refusal {
    return new Refusal("conflict", { key: "inOtherHands", values: { name } });
  }

  /** What its author took back says nothing that could be changed. */
  static takenBack(): Refusal {
    return new Refusal("conflict", { key: "takenBack" });
  }

  /** Only those who wrote it may take it back. */
  static notYourWork(): Refusal {
    return new Refusal("forbidden", { key: "notYourWork" });
  }

  /** Nothing can have happened to a letter that nobody sent. */
  static notSent(): Refusal {
    return new Refusal("conflict", {
      key: "notSent",
    });
  }

  /** Content is destroyed only once no record references it; `slugs` are the referencing records. */
  static restsOn(slugs: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "restsOn", values: { records: slugs.join(", ") } });
  }

  /** The record that would become one with another was changed since the proposal on that was written. */
  static absorbedMoved(): Refusal {
    return new Refusal("conflict", { key: "absorbedMoved" });
  }

  /** It was thrown away or became another record meanwhile. */
  static absorbedGone(): Refusal {
    return new Refusal("conflict", { key: "absorbedGone" });
  }

  /** What was taken back is reopened before another record becomes one with it. */
  static survivorTakenBack(): Refusal {
    return new Refusal("conflict", { key: "survivorTakenBack" });
  }

  /** What is published would rest on a draft; `slugs` are those records. */
  static survivorNotPublished(slugs: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "survivorNotPublished", values: { records: slugs.join(", ") } });
  }

  /** Records that say one thing of the one and another of the other; `slugs` are those records. */
  static mergeConflicts(slugs: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "mergeConflicts", values: { records: slugs.join(", ") } });
  }

  static mergeUndone(): Refusal {
    return new Refusal("conflict", { key: "mergeUndone" });
  }

  /** A merge can't be taken back any more; `slugs` are the records that stand in the way. */
  static mergeStays(slugs: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "mergeStays", values: { records: slugs.join(", ") } });
  }

  static openProposals(slugs: readonly string[]): Refusal {
    return new Refusal("conflict", { key: "openProposals", values: { records: slugs.join(", ") } });
  }

  /** The only account that may change accounts stays as it is. */
  static lastAdmin(): Refusal {
    return new Refusal("conflict", { key: "lastAdmin" });
  }

  static nothingToErase(): Refusal {
    return new Refusal("conflict", { key: "nothingToErase" });
  }

  /** The bytes were there when they came, and an erasure destroyed them before they stood with anything. */
  static erasedMeanwhile(): Refusal {
    return new Refusal("conflict", { key: "erasedMeanwhile" });
  }

  /** No signed checkpoint speaks of the revision yet. */
  static notSealed(): Refusal {
    return new Refusal("conflict", { key: "notSealed" });
  }

  /** The chain of revisions is not the one that the newest checkpoint was signed for. */
  static notAsSigned(): Refusal {
    return new Refusal("conflict", { key: "notAsSigned" });
  }

  /** An earlier version comes back only into a record that can be edited. */
  static reopenFirst(): Refusal {
    return new Refusal("conflict", { key: "reopenFirst" });
  }

  /** Four eyes: the author of the version under review is not its approver. */
  static ownWork(): Refusal {
    return new Refusal("forbidden", {
      key: "ownWork",
    });
  }
}
