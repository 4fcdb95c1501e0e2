import { subscribeToNotifications } from "../client";
import { CheckpointKeeper, type KeeperOptions } from "./keeper";

/** What became public is under a checkpoint after so many milliseconds, everything else after the longer time. */
const [SOON, LATER] = [2000, 10 * 60_000];

/**
 * Makes checkpoints for as long as the process runs, apart from whoever writes: it hears of commits after they happened.
 * @returns ends it, with what was written last under a checkpoint
 */
export function keepCheckpoints(options: KeeperOptions): () => Promise<void> {
  const keeper = new CheckpointKeeper(options);
  let soon: NodeJS.Timeout | undefined;
  let isKept = false;
  const begun = once(async () => {
    await keeper.compare();
    isKept = true;
    await keeper.seal();
  });
  const attempt = (work: () => Promise<unknown>) =>
    (isKept ? work() : begun()).catch((error: Error) => options.log(`No checkpoint was made: ${error.message}`));
  const later = setInterval(() => attempt(() => keeper.seal()), LATER);
  const unsubscribe = subscribeToNotifications(() => {
    soon ??= setTimeout(() => {
      soon = undefined;
      attempt(async () => ((await keeper.isPublicationUnsealed()) ? keeper.seal() : undefined));
    }, SOON);
  });
  attempt(async () => undefined);
  return async () => {
    clearInterval(later);
    clearTimeout(soon);
    unsubscribe();
    await attempt(() => keeper.seal());
    await keeper.settle();
  };
}

/** One at a time; again only when it failed. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= work().catch((error) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
