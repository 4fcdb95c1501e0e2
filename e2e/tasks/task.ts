import type { Role } from "@/lib/workflow/actor";
import type { CountedPerson, Steps } from "./desk";

/** A thing that somebody does every day, begun where that person stands then. */
export type Task = {
  readonly name: string;
  readonly role: Role;
  readonly from: string;
  readonly width?: number;
  /** Of the first build, where it was counted. */
  readonly before?: string;
  readonly aim: Partial<Steps>;
  /** Does it to its end, and checks that it was done; what it makes is named by `unique`. */
  readonly run: (desk: CountedPerson, unique: string) => Promise<void>;
};
