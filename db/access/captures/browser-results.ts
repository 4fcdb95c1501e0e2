import { and, eq, sql } from "drizzle-orm";
import type { BrowserFailure, BrowserSummary } from "@/lib/records/capture";
import { db } from "../../client";
import { captures } from "../../schema";
import { attachParts, finish, type PartFile } from "./capture-results";

// Written by a job, in the name of who asked for the capture that it belongs to, as the capture itself is.

const IS_PENDING = eq(captures.browserState, "pending");

/** Begins to open a captured page in a browser. @returns its address; null of one that is done already, or not there */
export async function beginOpening(id: string): Promise<{ readonly url: string } | null> {
  const [row] = await db
    .update(captures)
    .set({ browserAttempts: sql`${captures.browserAttempts} + 1` })
    .where(and(eq(captures.id, id), IS_PENDING))
    .returning({ url: captures.url });
  return row ?? null;
}

/** Why it was not opened, for who waits to read; the last time it failed. The capture itself stays what it is. */
export async function noteOpeningFailure(id: string, failure: BrowserFailure, isLast: boolean): Promise<void> {
  if (!isLast) {
    await db
      .update(captures)
      .set({ browserFailure: failure })
      .where(and(eq(captures.id, id), IS_PENDING));
    return;
  }
  await finish(id, IS_PENDING, async () => ({
    set: { browserState: "failed", browserFailure: failure, browserAt: sql`now()` },
    kept: [],
  }));
}

/** What the browser made, with its files beside those that are there: of an attempt that another one overtook, nothing. */
export async function completeOpening(
  id: string,
  browser: BrowserSummary,
  parts: readonly PartFile[],
): Promise<void> {
  await finish(id, IS_PENDING, async (tx, { files: there, ...capture }) => {
    const { files, kept } = await attachParts(tx, { id, landed: browser.landed, ...capture }, parts);
    const done = { browserState: "complete" as const, browserFailure: null, browserAt: sql`now()`, browser };
    return { set: { ...done, files: [...there, ...files] }, kept };
  });
}
