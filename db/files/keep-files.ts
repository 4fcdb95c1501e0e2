import { compareDueTexts } from "../access/files/compare-texts";
import { readDueTexts } from "../access/files/file-texts";
import { checkDueFiles } from "../access/files/fixity";
import { sweepFiles } from "../access/files/sweep";
import { readSearchWords } from "../access/search/search-words";
import { subscribeToNotifications } from "../client";
import { describeChecks, describeSweep } from "./describe-care";

/** Milliseconds after the start until the first round, and between two. */
const [FIRST, AGAIN] = [5 * 60_000, 24 * 3_600_000];
/** Milliseconds after a commit until the texts of new files are read, and when none is heard of. */
const [SOON, LATER] = [1000, 10 * 60_000];

/**
 * Looks after the files for as long as the process runs, apart from whoever works: once a day the storage is swept, what is due
 * is checked against its digest, and the words for whoever mistypes one are read anew. Each says what it did. The text of a
 * file is read soon after it came, and held against those of the others.
 * @returns ends it, after the file that is being read
 */
export function keepFiles(log: (line: string) => void): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  let running: Promise<void> = Promise.resolve();
  const queue = (work: () => Promise<void>) => {
    running = running
      .then(() => (signal.aborted ? undefined : work()))
      .catch((error: Error) => {
        if (!signal.aborted) log(`Files were not looked after: ${error.message}`);
      });
  };
  const round = () => {
    queue(async () => log(describeSweep(await sweepFiles())));
    queue(async () => log(describeChecks(await checkDueFiles({ signal }))));
    queue(async () => {
      await readSearchWords({ anew: true, most: Number.POSITIVE_INFINITY });
    });
  };
  let soon: NodeJS.Timeout | undefined;
  const readTexts = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      queue(async () => {
        await readDueTexts({ signal });
        await compareDueTexts({ signal });
      });
    }, SOON);
  };
  const unsubscribe = subscribeToNotifications(readTexts);
  const timers = [setTimeout(round, FIRST), setInterval(round, AGAIN), setInterval(readTexts, LATER)];
  readTexts();
  return async () => {
    ending.abort();
    for (const timer of [...timers, soon]) clearTimeout(timer);
    unsubscribe();
    await running;
  };
}
