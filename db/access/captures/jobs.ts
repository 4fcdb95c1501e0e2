import { sql } from "drizzle-orm";
import type { Tx } from "../../client";

/** Of graphile-worker, which keeps its own tables. */
export const JOB_SCHEMA = "graphile_worker";
export const PRESERVE_PAGE = "preserve_page";
/** With its back-off, which doubles and more each time, an hour and a half. */
const MOST_ATTEMPTS = 9;

export const OPEN_IN_BROWSER = "open_in_browser";
/** Each may take a minute and a half. */
const MOST_OPENINGS = 5;

export const LOOK_AT_PAGE = "look_at_page";
/** Each minute: puts what is due into the queue. */
export const LOOK_AT_DUE = "look_at_due";
/** Each minute: tells of what came into saved views. */
export const SEND_VIEW_ALERTS = "send_view_alerts";

/** Puts a look into the queue; one that waits there already is the same one. What a look comes to is in its watch, and tried by that. */
export async function addLookJob(tx: Pick<Tx, "execute">, watch: string): Promise<void> {
  await tx.execute(sql`select from graphile_worker.add_job(
    ${LOOK_AT_PAGE}, json_build_object('watch', ${watch}::text), max_attempts => 1, job_key => ${`look ${watch}`})`);
}

/** Puts the work of a capture into the queue, with the transaction that asks for it or not at all. */
export async function addJob(tx: Tx, capture: string): Promise<void> {
  await tx.execute(sql`select from graphile_worker.add_job(
    ${PRESERVE_PAGE}, json_build_object('capture', ${capture}::text), max_attempts => ${MOST_ATTEMPTS},
    job_key => ${`capture ${capture}`})`);
}

/** Puts the opening of a captured page in a browser into the queue: one after the other, however many ask. */
export async function addBrowserJob(tx: Tx, capture: string): Promise<void> {
  await tx.execute(sql`select from graphile_worker.add_job(
    ${OPEN_IN_BROWSER}, json_build_object('capture', ${capture}::text), queue_name => 'browser',
    max_attempts => ${MOST_OPENINGS}, job_key => ${`browser ${capture}`})`);
}
