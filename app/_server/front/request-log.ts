import { rename, stat } from "node:fs/promises";
import pino from "pino";

const LARGEST = 20_000_000;

type LoggedAnswer = {
  readonly id: string;
  readonly method: string;
  readonly pathname: string;
  readonly lane: string;
  readonly status: number;
  readonly milliseconds: number;
};

/**
 * What an address asks for, and nothing that names a record, a person or a secret: those stand behind the first word, or the
 * third of the API's. What else a stranger typed is none of our words.
 */
export function routeOf(pathname: string): string {
  const parts = pathname.split("/").slice(1);
  const kept = parts[0] !== "api" ? 1 : parts[1] === "v1" ? 3 : 2;
  const words = parts.slice(0, kept).map((part) => (/^[a-z_][a-z_.1-]{0,20}$|^$/.test(part) ? part : "*"));
  return `/${[...words, ...(parts.length > kept ? ["*"] : [])].join("/")}`;
}

/**
 * A line of JSON for each answer: no address of its reader, no cookie, no query, no text.
 * @param file is renamed to `<file>.1` when it has grown large, and begun anew
 */
export function openRequestLog(file: string): { write(answered: LoggedAnswer): void; close(): void } {
  const destination = pino.destination({ dest: file, sync: false, minLength: 4096, mkdir: true, mode: 0o600 });
  // A log that can't be written stops nothing.
  destination.on("error", () => undefined);
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const turn = setInterval(async () => {
    destination.flush();
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size < LARGEST) return;
    await rename(file, `${file}.1`).catch(() => undefined);
    destination.reopen();
  }, 2000);
  turn.unref();
  return {
    write: ({ pathname, milliseconds, ...rest }) =>
      log.info({ ...rest, route: routeOf(pathname), ms: Math.round(milliseconds) }),
    close: () => {
      clearInterval(turn);
      try {
        destination.flushSync();
      } catch {
        // It was never opened.
      }
    },
  };
}
