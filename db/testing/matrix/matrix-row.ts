import type { Actor } from "@/lib/workflow/actor";
import type { Permission } from "@/lib/workflow/policy";
import type { MatrixWorld } from "./matrix-world";

/** The permission that a function takes, and questions that every shown record answers and every hidden one would. */
export type MatrixRow = {
  readonly takes: Permission;
  /** Asked for before it: a refusal names the first that is missing. */
  readonly after?: Permission;
  readonly ask: (actor: Actor, world: MatrixWorld) => Promise<unknown>;
};

/** The kinds whose records stand on pages of their own, which all are read alike. */
export const KINDS = ["organization", "station", "evidence", "claim", "response", "event"] as const;
export const readRow = (ask: MatrixRow["ask"]): MatrixRow => ({ takes: "read published records", ask });
export const deskRow = (ask: MatrixRow["ask"]): MatrixRow => ({ takes: "read the discussion", ask });
export const bothRow = <Filter extends object>(list: (actor: Actor, filter: Filter) => Promise<unknown>): MatrixRow =>
  readRow((actor) => Promise.all([list(actor, {} as Filter), list(actor, { q: "matrix" } as unknown as Filter)]));
