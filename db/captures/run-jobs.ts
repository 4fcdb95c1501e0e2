import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type JobHelpers, parseCronItems, run, runOnce, type TaskList } from "graphile-worker";
import { z } from "zod";
import {
  JOB_SCHEMA,
  LOOK_AT_DUE,
  LOOK_AT_PAGE,
  OPEN_IN_BROWSER,
  PRESERVE_PAGE,
  SEND_VIEW_ALERTS,
} from "../access/captures/jobs";
import { forgetRemovedViews } from "../access/views/saved-views";
import { sendViewAlerts } from "../access/views/view-alerts";
import { enqueueDueLooks } from "../access/watches/look-results";
import { db } from "../client";
import { browserSetting } from "../fetching/fetch-settings";
import { SILENT } from "./job-tables";
import { lookAtPage } from "./look-at-page";
import { openInBrowser } from "./open-in-browser";
import { capturePage } from "./preserve-page";

type PoolClient = Parameters<Parameters<JobHelpers["withPgClient"]>[0]>[0];

const payload = z.object({ capture: z.uuid() });
const look = z.object({ watch: z.uuid() });
/** The first number of the locks that stand for a job in work; the second is the job's. */
const LOCK = 20_221_202;
const WATCH_LOCK = 20_221_203;
const AT_ONCE = 2;
const AGAIN = 5000;
const SWEEP = 15_000;
/** Between a job's mark and its lock there is a moment. */
const GRACE = "10s";

/** Holds a lock of the session for as long as it works: with the process, whatever ends that, the lock is gone. */
async function workUnderLock(
  { job, withPgClient }: JobHelpers,
  work: (client: PoolClient, isLast: boolean) => Promise<void>,
): Promise<void> {
  const lock = [LOCK, Number(job.id) % 2 ** 31];
  await withPgClient(async (client) => {
    await client.query("select pg_advisory_lock($1, $2)", lock);
    try {
      await work(client, job.attempts >= job.max_attempts);
    } finally {
      await client.query("select pg_advisory_unlock($1, $2)", lock);
    }
  });
}

/** Another lock is the watch's: of one watch there are never two looks at once, by whatever jobs. */
async function lookUnderLock(client: PoolClient, watch: string, hasBrowser: boolean): Promise<void> {
  const own = [WATCH_LOCK, watch];
  const { rows } = await client.query("select pg_try_advisory_lock($1, hashtext($2)) as held", own);
  if (!rows[0]?.held) return;
  await lookAtPage(watch, hasBrowser).finally(() => client.query("select pg_advisory_unlock($1, hashtext($2))", own));
}

/** @param chromium where it is; without one no page is opened in a browser */
const tasksWith = (chromium: string | undefined): TaskList => {
  const hasBrowser = chromium !== undefined && browserSetting() !== "off";
  return {
    [PRESERVE_PAGE]: (given, helpers) =>
      workUnderLock(helpers, (_, isLast) => capturePage(payload.parse(given).capture, isLast, hasBrowser)),
    [OPEN_IN_BROWSER]: (given, helpers) =>
      workUnderLock(helpers, (_, isLast) => openInBrowser(payload.parse(given).capture, chromium, isLast)),
    [LOOK_AT_PAGE]: (given, helpers) =>
      workUnderLock(helpers, (client) => lookUnderLock(client, look.parse(given).watch, hasBrowser)),
    [LOOK_AT_DUE]: enqueueDueLooks,
    [SEND_VIEW_ALERTS]: async () => {
      await forgetRemovedViews();
      await sendViewAlerts();
    },
  };
};
/** Of the minutes while nothing ran none is made up for: what was due then is due still. */
const EACH_MINUTE = parseCronItems(
  [LOOK_AT_DUE, SEND_VIEW_ALERTS].map((task) => ({
    task,
    match: "* * * * *",
    identifier: task,
    options: { maxAttempts: 1, jobKey: task },
  })),
);

/** Frees the jobs of a process that is gone: they are marked as being worked on, and nobody holds their locks. */
async function freeAbandoned(grace: string): Promise<void> {
  const rows = await db.execute<{ worker: string }>(sql`
    select locked_by as worker from graphile_worker.jobs where locked_by is not null group by 1
    having max(locked_at) < now() - ${grace}::interval and bool_and(not exists (select 1 from pg_locks
      where locktype = 'advisory' and classid::int8 = ${LOCK} and objid::int8 = jobs.id % (2 ^ 31)::int8))`);
  const workers = sql.join(
    rows.map(({ worker }) => sql`${worker}::text`),
    sql`, `,
  );
  if (rows.length > 0) await db.execute(sql`select from graphile_worker.force_unlock_workers(array[${workers}])`);
}

const optionsOf = (address: string, chromium: string | undefined) => ({
  connectionString: address,
  schema: JOB_SCHEMA,
  logger: SILENT,
  noHandleSignals: true,
  taskList: tasksWith(chromium),
});

/** Does all that is due, once, with what a process that is gone left in the middle. */
export async function runDueJobs(address: string, chromium?: string): Promise<void> {
  await freeAbandoned("0s");
  await enqueueDueLooks();
  await sendViewAlerts();
  await runOnce({ ...optionsOf(address, chromium), parsedCronItems: [] });
}

async function runUntilFailure(address: string, chromium: string | undefined, signal: AbortSignal): Promise<void> {
  await freeAbandoned(GRACE);
  const runner = await run({
    ...optionsOf(address, chromium),
    parsedCronItems: EACH_MINUTE,
    concurrency: AT_ONCE,
    maxPoolSize: AT_ONCE + 3,
  });
  const sweep = setInterval(() => void freeAbandoned(GRACE).catch(() => undefined), SWEEP);
  const stop = () => void runner.stop().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    await runner.promise;
  } finally {
    clearInterval(sweep);
    signal.removeEventListener("abort", stop);
  }
}

type Options = {
  readonly address: () => string;
  /** Where a Chromium is, if there is one. */
  readonly chromium: string | undefined;
  readonly log: (line: string) => void;
};

/**
 * Does the queue's jobs for as long as the process runs, and begins anew when the database was away.
 * @returns ends it: what is in work has a few seconds, and is left for the next process else
 */
export function keepRunningJobs({ address, chromium, log }: Options): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  let told = "";
  const running = (async () => {
    while (!signal.aborted) {
      await runUntilFailure(address(), chromium, signal).catch(({ message }: Error) => {
        // A database that is away for an hour is one line.
        if (!signal.aborted && message !== told) log(`The jobs stopped, and begin again: ${message}`);
        told = message;
      });
      await pause(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  })();
  return async () => {
    ending.abort();
    await Promise.race([running, pause(AGAIN, undefined, { ref: false })]);
  };
}
