import type { RecordState } from "../records/editorial";
import type { Role } from "./actor";
import type { GateReason } from "./gate";
import type { Permission } from "./policy";
import type { ProposalState } from "./proposal";
import type { ProposalStep, Step } from "./workflow";

export type RefusalKind = "forbidden" | "not_found" | "conflict";

/** What the page and the API need to say a refusal in the reader's language: a key of the `refusal` catalogue. */
export type RefusalDetail = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
};

/**
 * Both versions of a record that two people changed: what is stored now, which version that is, and what both began with,
 * so that fields which only one of them touched need no question. Without `base` every field that differs is one.
 */
export type Conflict = {
  readonly current: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly base?: Readonly<Record<string, unknown>>;
};

const article = (role: Role) => (/^[aeiou]/.test(role) ? `An ${role}` : `A ${role}`);

/** A request that was understood and is not granted. The message is an English sentence for a person. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly kind: RefusalKind,
    message: string,
    readonly detail: RefusalDetail,
    readonly conflict?: Conflict,
  ) {
    super(message);
  }

  static forbidden(role: Role, permission: Permission): Refusal {
    return new Refusal("forbidden", `${article(role)} may not ${permission}.`, {
      key: "forbidden",
      values: { role, permission },
    });
  }

  static notFound(): Refusal {
    return new Refusal("not_found", "There is no such record, or it is not yours to see.", { key: "notFound" });
  }

  static conflict(current: Conflict["current"], version: number, base?: Conflict["base"]): Refusal {
    return new Refusal(
      "conflict",
      "Somebody else saved this record while you were editing it.",
      { key: "conflict" },
      { current, version, base },
    );
  }

  /** A decision is bound to what was read. */
  static changedSinceRead(): Refusal {
    return new Refusal("conflict", "This was changed since you read it: read it again before you decide.", {
      key: "changedSinceRead",
    });
  }

  /** A proposal's record was changed meanwhile in the same fields; `fields` are their names. */
  static baseMoved(fields: readonly string[]): Refusal {
    return new Refusal(
      "conflict",
      `The record was changed meanwhile in the same fields: ${fields.join(", ")}. The proposal has to be merged first.`,
      { key: "baseMoved", values: { fields: fields.join(", ") } },
    );
  }

  /** A record that nobody outside the desk can read is edited in place. */
  static notPublished(): Refusal {
    return new Refusal("conflict", "This record is not published: edit it directly.", { key: "notPublished" });
  }

  /** An approved annotation has one change under way at a time. */
  static changeWaits(): Refusal {
    return new Refusal("conflict", "A change of this waits for approval already: edit that one.", {
      key: "changeWaits",
    });
  }

  static nothingProposed(): Refusal {
    return new Refusal("conflict", "This proposal changes nothing: it says what the record says already.", {
      key: "nothingProposed",
    });
  }

  /** A published record can't be edited in place, whatever the role. */
  static readOnly(): Refusal {
    return new Refusal("forbidden", "A published record changes only by an approved proposal.", { key: "readOnly" });
  }

  /** The step does not start from the state that the record is in. */
  static wrongState(step: Step, state: RecordState): Refusal {
    return new Refusal(
      "conflict",
      `This record is ${state.replaceAll("_", " ")}: it can't take the step "${step}".`,
      {
        key: "wrongState",
        values: { step, state },
      },
    );
  }

  static proposalWrongState(step: ProposalStep | "edit", state: ProposalState): Refusal {
    return new Refusal(
      "conflict",
      `This proposal is ${state.replaceAll("_", " ")}: it can't take the step "${step}".`,
      { key: "proposalWrongState", values: { step, state } },
    );
  }

  /** The publication gate is shut; `reason` is the first thing that blocks. */
  static gate(reason: GateReason): Refusal {
    return new Refusal("forbidden", "This record can't be published yet: its checklist is not complete.", {
      key: "gate",
      values: { reason },
    });
  }

  /** Somebody else took it first. */
  static inOtherHands(name: string): Refusal {
    return new Refusal("conflict", `${name} has this in hand already.`, { key: "inOtherHands", values: { name } });
  }

  /** What its author took back says nothing that could be changed. */
  static takenBack(): Refusal {
    return new Refusal("conflict", "This comment was taken back: write a new one.", { key: "takenBack" });
  }

  /** Only those who wrote it may take it back. */
  static notYourWork(): Refusal {
    return new Refusal("forbidden", "Only those who wrote it may take it back.", { key: "notYourWork" });
  }

  /** Nothing can have happened to a letter that nobody sent. */
  static notSent(): Refusal {
    return new Refusal("conflict", "This request has not been sent yet: say on which day it was.", {
      key: "notSent",
    });
  }

  /** Four eyes: the author of the version under review is not its approver. */
  static ownWork(): Refusal {
    return new Refusal("forbidden", "Nobody decides about their own work: another editor or an admin has to.", {
      key: "ownWork",
    });
  }
}

export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form's action answers. What was typed comes back in every case but `done`. */
export type Outcome =
  | { readonly status: "idle" }
  | { readonly status: "done"; readonly href?: string }
  | { readonly status: "invalid"; readonly errors: Readonly<Record<string, string>>; readonly values: TypedValues }
  | { readonly status: "refused"; readonly sentence: string; readonly values: TypedValues }
  | {
      readonly status: "conflict";
      readonly current: Readonly<Record<string, unknown>>;
      readonly version: number;
      /** What was typed, with what only the other person changed taken over. */
      readonly values: TypedValues;
      /** The fields that both changed, to different things: these ask. Not given: all that differ. */
      readonly asks?: readonly string[];
      /** The fields in which only the other person's change was taken over. */
      readonly taken?: readonly string[];
    };

/** An input that parsed, but that the database or another record shows to be wrong: said beside its field. */
export class Invalid extends Error {
  override readonly name = "Invalid";

  /** @param errors field → key of the `validation` catalogue ("validation.unknownStation") */
  constructor(readonly errors: Readonly<Record<string, string>>) {
    super(
      Object.entries(errors)
        .map(([field, key]) => `${field}: ${key}`)
        .join("; "),
    );
  }
}
