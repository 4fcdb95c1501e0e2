import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type JobHelpers, parseCronItems, run, runOnce, type TaskList } from "graphile-worker";
import { z } from "zod";
import { JOB_SCHEMA, LOOK_AT_DUE, LOOK_AT_PAGE, PRESERVE_PAGE } from "../access/captures/jobs";
import { enqueueDueLooks } from "../access/watches/look-results";
import { db } from "../client";
import { SILENT } from "./job-tables";
import { lookAtPage } from "./look-at-page";
import { preservePage } from "./preserve-page";

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
async function preserveUnderLock(given: unknown, { job, withPgClient }: JobHelpers): Promise<void> {
  const { capture } = payload.parse(given);
  const lock = [LOCK, Number(job.id) % 2 ** 31];
  await withPgClient(async (client) => {
    await client.query("select pg_advisory_lock($1, $2)", lock);
    try {
      await preservePage(capture, job.attempts >= job.max_attempts);
    } finally {
      await client.query("select pg_advisory_unlock($1, $2)", lock);
    }
  });
}

/** The same for a look. Another lock is the watch's: of one watch there are never two looks at once, by whatever jobs. */
async function lookUnderLock(given: unknown, { job, withPgClient }: JobHelpers): Promise<void> {
  const { watch } = look.parse(given);
  const lock = [LOCK, Number(job.id) % 2 ** 31];
  const own = [WATCH_LOCK, watch];
  await withPgClient(async (client) => {
    await client.query("select pg_advisory_lock($1, $2)", lock);
    try {
      const { rows } = await client.query("select pg_try_advisory_lock($1, hashtext($2)) as held", own);
      if (!rows[0]?.held) return;
      await lookAtPage(watch).finally(() => client.query("select pg_advisory_unlock($1, hashtext($2))", own));
    } finally {
      await client.query("select pg_advisory_unlock($1, $2)", lock);
    }
  });
}

const tasks: TaskList = {
  [PRESERVE_PAGE]: preserveUnderLock,
  [LOOK_AT_PAGE]: lookUnderLock,
  [LOOK_AT_DUE]: enqueueDueLooks,
};
/** Of the minutes while nothing ran none is made up for: what was due then is due still. */
const EACH_MINUTE = parseCronItems([
  {
    task: LOOK_AT_DUE,
    match: "* * * * *",
    identifier: LOOK_AT_DUE,
    options: { maxAttempts: 1, jobKey: LOOK_AT_DUE },
  },
]);

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

const optionsOf = (address: string) => ({
  connectionString: address,
  schema: JOB_SCHEMA,
  logger: SILENT,
  noHandleSignals: true,
  taskList: tasks,
});

/** Does all that is due, once, with what a process that is gone left in the middle. */
export async function runDueJobs(address: string): Promise<void> {
  await freeAbandoned("0s");
  await enqueueDueLooks();
  await runOnce({ ...optionsOf(address), parsedCronItems: [] });
}

async function runUntilFailure(address: string, signal: AbortSignal): Promise<void> {
  await freeAbandoned(GRACE);
  const runner = await run({
    ...optionsOf(address),
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

type Options = { readonly address: () => string; readonly log: (line: string) => void };

/**
 * Does the queue's jobs for as long as the process runs, and begins anew when the database was away.
 * @returns ends it: what is in work has a few seconds, and is left for the next process else
 */
export function keepRunningJobs({ address, log }: Options): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  let told = "";
  const running = (async () => {
    while (!signal.aborted) {
      await runUntilFailure(address(), signal).catch(({ message }: Error) => {
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
