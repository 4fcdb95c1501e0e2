import { checkDueFiles } from "../access/files/fixity";
import { sweepFiles } from "../access/files/sweep";
import { readSearchWords } from "../access/search/search-words";
import { describeChecks, describeSweep } from "./describe-care";

/** Milliseconds after the start until the first round, and between two. */
const [FIRST, AGAIN] = [5 * 60_000, 24 * 3_600_000];

/**
 * Looks after the files for as long as the process runs, apart from whoever works: once a day the storage is swept, what is due
 * is checked against its digest, and the words for whoever mistypes one are read anew. Each says what it did.
 * @returns ends it, after the file that is being read
 */
export function keepFiles(log: (line: string) => void): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  let running: Promise<void> = Promise.resolve();
  const steps: readonly (() => Promise<string>)[] = [
    async () => describeSweep(await sweepFiles()),
    async () => describeChecks(await checkDueFiles({ signal })),
    async () => {
      await readSearchWords({ anew: true, most: Number.POSITIVE_INFINITY });
      return "The words for search were read anew.";
    },
  ];
  const round = () => {
    running = running.then(async () => {
      for (const step of steps) {
        if (signal.aborted) return;
        await step().then(
          log,
          (error: Error) => signal.aborted || log(`Files were not looked after: ${error.message}`),
        );
      }
    });
  };
  const first = setTimeout(round, FIRST);
  const again = setInterval(round, AGAIN);
  return async () => {
    ending.abort();
    clearTimeout(first);
    clearInterval(again);
    await running;
  };
}
