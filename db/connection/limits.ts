/** What a use of the database may take at most, in milliseconds; past it there is a 503, never a wait without end. */
export type Limits = {
  connections: number;
  connect: number;
  /** Waiting for a free connection. */
  wait: number;
  /** A use from end to end: waiting, connecting, and every statement of a transaction. */
  use: number;
  statement: number;
  lock: number;
  idleInTransaction: number;
};

export const LIMITS: Limits = {
  connections: 10,
  connect: 3000,
  wait: 3000,
  use: 10_000,
  statement: 5000,
  lock: 2000,
  idleInTransaction: 5000,
};
