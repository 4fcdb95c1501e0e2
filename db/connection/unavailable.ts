import { BrandedError } from "@/lib/workflow/branded-error";

/** The database can't answer now: HTTP 503. Nothing was written, unless `inDoubt`. */
export class Unavailable extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.Unavailable");
  override name = "Unavailable";
  /** Next sends an error's digest to its error page, and nothing else of it. */
  readonly digest = "UNAVAILABLE";
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number;
  /** True when the connection was lost during COMMIT: the change may or may not be there. */
  readonly inDoubt: boolean;
  constructor(message: string, options: { retryAfter?: number; inDoubt?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.retryAfter = options.retryAfter ?? 2;
    this.inDoubt = options.inDoubt ?? false;
  }
}

const LOST = "The connection to the database was lost. Nothing was saved; try again in a moment.";
const AWAY = "The database can't be reached. Try again in a moment.";
const STARTING = "The database is starting or stopping. Try again in a moment.";
const SLOW = "The database took too long to answer. Try again in a moment.";
const FULL = "The database has no room for another connection. Try again in a moment.";
const LOCKED = "Someone else is changing the same record. Try again in a moment.";

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: AWAY,
  ENOENT: AWAY,
  EACCES: AWAY,
  ENOTFOUND: AWAY,
  EAI_AGAIN: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  ETIMEDOUT: AWAY,
  CONNECT_TIMEOUT: AWAY,
  ECONNRESET: LOST,
  EPIPE: LOST,
  CONNECTION_CLOSED: LOST,
  CONNECTION_ENDED: LOST,
  CONNECTION_DESTROYED: LOST,
  "57P01": LOST,
  "57P02": LOST,
  "57P03": STARTING,
  "57P05": LOST,
  "25P03": LOST,
  "57014": SLOW,
  "55P03": LOCKED,
  "40001": LOCKED,
  "40P01": LOCKED,
};

/** The failure of connections and limits, as one error for all; any other error is returned as it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof Unavailable) return error;
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== "string") return error;
  // Class 08: connection exception. Class 53: insufficient resources.
  const sentence = SENTENCES[code] ?? (code.startsWith("08") ? LOST : code.startsWith("53") ? FULL : undefined);
  return sentence ? new Unavailable(sentence, { cause: error }) : error;
}

export const lostConnection = (cause?: unknown) => new Unavailable(LOST, { cause });

export const lostWhileCommitting = (cause: unknown) =>
  new Unavailable("The connection was lost while saving. Look whether the change is there before you try again.", {
    inDoubt: true,
    cause,
  });

export const deadlinePassed = () => new Unavailable(SLOW);

export const allBusy = () => new Unavailable("The database is busy. Try again in a moment.", { retryAfter: 3 });
