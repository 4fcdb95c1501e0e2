import { AsyncLocalStorage } from "node:async_hooks";
import type { Unavailable } from "./unavailable";

/** What one request of a person or a program carries from its arrival to its answer. */
export type RequestScope = {
  /** On the clock of `performance.now()`: all its waits together end then. */
  endsAt: number;
  /** Its answer was given: what still runs is work that it began for others, and has no end of its own. */
  isOver?: boolean;
  /** The last failure of the database that it met, whether or not somebody could do without. */
  unavailable?: Unavailable;
  /** The one that its answer tells of. */
  told?: Unavailable;
};

// On globalThis, since the server begins a request in one bundle and reads the database in another.
const KEY = Symbol.for("wederhoor.request");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestScope> };
shared[KEY] ??= new AsyncLocalStorage();
const scopes = shared[KEY];

export const runInRequest = <T>(scope: RequestScope, work: () => T): T => scopes.run(scope, work);

/** For what goes on after its request, or for many: no deadline but its own. */
export const outsideRequest = <T>(work: () => T): T => scopes.exit(work);

/** Milliseconds that the running request may still take; outside of requests there is no end. */
export function timeLeft(): number {
  const scope = scopes.getStore();
  return scope && !scope.isOver ? scope.endsAt - performance.now() : Number.POSITIVE_INFINITY;
}

/** What was given a limit of its own does not count. */
export function prolongRequest(milliseconds: number): void {
  const scope = scopes.getStore();
  if (scope) scope.endsAt += milliseconds;
}

export function noteUnavailable(error: Unavailable): void {
  const scope = scopes.getStore();
  // A doubt stays, whatever fails after it.
  if (scope && !scope.unavailable?.inDoubt) scope.unavailable = error;
}

/** The answer says so in words, and its status has to say the same. */
export function tellUnavailable(error: Unavailable): void {
  const scope = scopes.getStore();
  if (scope) scope.told = error;
}
