import type { AlikeRecord } from "../records/likeness";
import { BrandedError } from "./branded-error";

export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form's action answers. The form values come back in every case but `done`. */
export type Outcome =
  | { readonly status: "idle" }
  | {
      readonly status: "done";
      readonly href?: string;
      /** Of a change of many: each by its name, why it was not changed, or the proposal that was made of it. */
      readonly results?: readonly {
        readonly name: string;
        readonly failure: string | null;
        readonly proposal: string | null;
      }[];
    }
  | {
      readonly status: "invalid";
      readonly errors: Readonly<Record<string, string>>;
      readonly values: FormValues;
      /** Field → what was typed there and names no record. */
      readonly notOnFile?: Readonly<Record<string, readonly string[]>>;
      /** What is on file and may be the same: each has to be said to be another, or nothing is saved. */
      readonly alike?: readonly AlikeRecord[];
    }
  | { readonly status: "refused"; readonly sentence: string; readonly values: FormValues }
  | {
      readonly status: "conflict";
      readonly current: Readonly<Record<string, unknown>>;
      readonly version: number;
      /** The form values, with what only the other person changed taken over. */
      readonly values: FormValues;
      /** The fields that both changed, to different things: these ask. Not given: all that differ. */
      readonly asks?: readonly string[];
      /** The fields in which only the other person's change was taken over. */
      readonly taken?: readonly string[];
    };

/** An input that parsed, but that the database or another record shows to be wrong: the error stands beside its field. */
export class Invalid extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.Invalid");
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

/** An input that may say of something on file what is said of it already. */
export class AlikeRecords extends Invalid {
  static override readonly brand: symbol = Symbol.for("wederhoor.AlikeRecords");

  /** @param field where each is said to be another */
  constructor(
    readonly alike: readonly AlikeRecord[],
    field = "distinctFrom",
  ) {
    super({ [field]: "validation.alike" });
  }
}
