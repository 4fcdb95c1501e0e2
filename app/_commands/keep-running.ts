import { setTimeout as pause } from "node:timers/promises";
import { ReadableError } from "@/db/readable-error";

type Running = {
  /** Settles with a phrase on how the server ended ("by SIGKILL"), when nobody asked it to. */
  readonly ended: Promise<string>;
};

type Kept = {
  /** Begins a sentence. */
  readonly name: string;
  readonly first: Running;
  readonly start: () => Promise<Running>;
  /** Whether all is being stopped: then nothing is started again. */
  readonly isEnding: () => boolean;
  readonly log: (line: string) => void;
  /** Where to look, as the last sentence of the message that ends the command. */
  readonly hint: string;
};

type Patience = {
  /** Milliseconds before each new start; after as many ends in a row the command gives up. */
  readonly pauses: readonly number[];
  /** Milliseconds after which a server is taken to run well, and its earlier ends are forgotten. */
  readonly steadyAfter: number;
};

const PATIENCE: Patience = { pauses: [500, 1000, 2000, 5000, 10_000, 20_000], steadyAfter: 60_000 };

/**
 * Starts a server again whenever it ends by itself, each time after a longer pause.
 * @throws ReadableError when it goes on ending soon after its start
 */
export async function keepRunning(
  { name, first, start, isEnding, log, hint }: Kept,
  patience: Patience = PATIENCE,
): Promise<void> {
  let running = first;
  let ends = 0;
  while (!isEnding()) {
    const since = performance.now();
    let how = await running.ended;
    if (performance.now() - since >= patience.steadyAfter) ends = 0;
    for (let isUp = false; !isUp && !isEnding(); ) {
      const wait = patience.pauses[ends++];
      if (wait === undefined) throw new ReadableError(`${name} ended ${how}, again and again. ${hint}`);
      log(`${name} ended ${how}. It is started again in ${wait / 1000} s.`);
      await pause(wait);
      if (isEnding()) return;
      try {
        running = await start();
        isUp = true;
        log(`${name} is back.`);
      } catch (error) {
        how = `at its start (${(error as Error).message})`;
      }
    }
  }
}
