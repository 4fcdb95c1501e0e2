import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type JobHelpers, run, runOnce, type TaskList } from "graphile-worker";
import { z } from "zod";
import { JOB_SCHEMA, PRESERVE_PAGE } from "../access/captures/jobs";
import { db } from "../client";
import { SILENT } from "./job-tables";
import { preservePage } from "./preserve-page";

const payload = z.object({ capture: z.uuid() });
/** The first number of the locks that stand for a job in work; the second is the job's. */
const LOCK = 20_221_202;
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

const tasks: TaskList = { [PRESERVE_PAGE]: preserveUnderLock };

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
  parsedCronItems: [],
  taskList: tasks,
});

/** Does all that is due, once, with what a process that is gone left in the middle. */
export async function runDueJobs(address: string): Promise<void> {
  await freeAbandoned("0s");
  await runOnce(optionsOf(address));
}

async function runUntilFailure(address: string, signal: AbortSignal): Promise<void> {
  await freeAbandoned(GRACE);
  const runner = await run({ ...optionsOf(address), concurrency: AT_ONCE, maxPoolSize: AT_ONCE + 3 });
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
