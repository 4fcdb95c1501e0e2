import { ReadableError } from "../readable-error";

const stops: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;
let started = false;

/** What to stop at the end, last come first. */
export function onExit(stop: () => Promise<void>): void {
  stops.push(stop);
}

/** From now on a signal is the ordinary end and not an interrupted start. */
export function markReady(): void {
  started = true;
}

/** Whether all that was started is being stopped: what ends now was asked to. */
export const isEnding = () => ending !== undefined;

/** Stops all that was started, once, and exits. Never returns. */
async function exitProcess(code: number): Promise<never> {
  ending ??= stopAll();
  await ending;
  process.exit(code);
}

/** Runs a command's main part: what it throws becomes one message and exit 1; Ctrl-C stops what it started. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const, ["SIGHUP", 129] as const]) {
    process.on(signal, () => {
      if (!ending) process.stdout.write("\nStopping …\n");
      exitProcess(started ? 0 : code);
    });
  }
  endWithNpm();
  try {
    await exitProcess(await work());
  } catch (error) {
    // Whatever fails while all is being stopped, fails because of that.
    if (ending) return;
    console.error(error instanceof ReadableError ? error.message : error);
    await exitProcess(1);
  }
}

/** A signal to npm alone ends npm and its shell, and never arrives here: their end does. */
function endWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) exitProcess(started ? 0 : 143);
  }, 300).unref();
}

async function stopAll(): Promise<void> {
  for (const stop of stops.reverse()) {
    await stop().catch((error) => console.error(error instanceof Error ? error.message : error));
  }
}
