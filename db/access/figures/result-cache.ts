import { sql } from "drizzle-orm";
import { type DashboardFilter, dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { runKept, transaction } from "../../client";
import { dayAhead, newsroomOffset } from "../../newsroom";
import { revisions } from "../../schema";
import { IS_OF_RECORD } from "../../schema/revisions";
import { filterReader } from "../filters/filter-conditions";
import { latestRevision, type RevisionRef, visibleRevision, type WithRevision } from "../history/revision-ref";
import { keptStatement } from "../reading/kept-statement";
import { clearTotals } from "../reading/list-totals";

/** Answers, and what all of them hold together (objects and values; about 60 MB): a question may ask for any words. */
const MOST = 400;
const MOST_PARTS = 1_000_000;

// On globalThis, since the development server evaluates this module anew after each change.
const KEY = Symbol.for("wederhoor.kept");
type Answer = { readonly answer: unknown; readonly parts: number };
type Memory = {
  latest: number;
  parts: number;
  readonly answers: Map<string, Answer>;
  readonly running: Map<string, Promise<unknown>>;
};
const shared = globalThis as typeof globalThis & { [KEY]?: Memory };
shared[KEY] ??= { latest: 0, parts: 0, answers: new Map(), running: new Map() };
const memory = shared[KEY];
const { answers, running } = memory;

/**
 * Answers a question about the dossier anew only when the dossier has changed. Every write of a record is a revision in
 * its own transaction, so an answer belongs to the latest revision that was there when it was counted: both are read in
 * one snapshot. Whoever asks reads the latest revision first; an answer that belongs to it can't be stale, whichever
 * server counted it. Its `head` is the revision that this reader may know (decision 16). Frozen: everybody who asks the
 * same gets the same. Only what revisions record may be cached here: no assignments, of people only their names, which never
 * change, and nothing of the clock.
 * @param name of the question; `count` must depend on nothing but the reader's visibility and the filter
 */
export async function cachedAtRevision<T extends object>(
  actor: Actor,
  name: string,
  filter: DashboardFilter,
  count: (reader: Actor) => Promise<T>,
  state?: DossierState,
): Promise<WithRevision<T>> {
  requirePermission(actor, "read published records");
  const reader = filterReader(actor, filter);
  const seen = may(reader, "read drafts") ? "desk" : "public";
  const keyAt = (head: Pick<RevisionRef, "hash"> | null) =>
    `${head?.hash ?? ""} ${seen} ${name} ${dashboardFilter.toQuery(dashboardFilterOf(filter))}`;
  const key = keyAt(state ?? (await latestRevision()));
  const known = answers.get(key);
  if (known) {
    answers.delete(key);
    answers.set(key, known);
    return known.answer as WithRevision<T>;
  }
  const answer = running.get(key) ?? countAndStore(key, keyAt, reader, count);
  return answer as Promise<WithRevision<T>>;
}

/** The same for what a page's own filter asks, and for nobody of another role. */
export async function cachedForRole<T extends object>(
  actor: Actor,
  name: string,
  narrowing: object,
  count: () => Promise<T>,
): Promise<T> {
  const question = `${name} ${actor.role} ${JSON.stringify(narrowing)}`;
  const { answer } = await cachedAtRevision(actor, question, dashboardFilter.absent, async () => ({
    answer: await count(),
  }));
  return answer;
}

/**
 * The same for what changes with the clock as well, but only from one day of the newsroom to the next, as deadlines do.
 * The day is the database's, so that all app servers agree on when it ends.
 */
export async function cachedForDay<T extends object>(
  actor: Actor,
  name: string,
  filter: DashboardFilter,
  count: (reader: Actor, day: string) => Promise<T>,
  state?: DossierState,
): Promise<WithRevision<T>> {
  const now = state ?? (await readDossierState());
  return cachedAtRevision(actor, `${name} ${now.day}`, filter, (reader) => count(reader, now.day), now);
}

/** What answers belong to: the latest revision's hash ("" before the first), and the newsroom's day by the database's clock. */
export type DossierState = { readonly hash: string; readonly day: string };

const readState = keptStatement(
  () => sql`
    select ${dayAhead(sql.placeholder("seconds"))}::text as day, coalesce((
      select ${revisions.hash} from ${revisions} where ${sql.raw(IS_OF_RECORD)} order by ${revisions.seq} desc limit 1
    ), '') as hash`,
);

/** In one question, for whoever asks several that belong to it. */
export async function readDossierState(): Promise<DossierState> {
  const [state] = await runKept<DossierState>(readState([], { seconds: newsroomOffset() }));
  return state ?? { hash: "", day: "" };
}

/** A page's own filter has more fields than the dashboard filter. */
const dashboardFilterOf = ({ from, to, country, records, box }: DashboardFilter): DashboardFilter => ({
  from,
  to,
  country,
  records,
  box,
});

function countAndStore<T extends object>(
  key: string,
  keyAt: (head: RevisionRef | null) => string,
  reader: Actor,
  count: (reader: Actor) => Promise<T>,
) {
  const counted = transaction(
    async () => {
      const latest = await latestRevision();
      const answer: WithRevision<T> = { ...(await count(reader)), head: await visibleRevision(reader) };
      return { latest, answer, parts: freeze(answer) };
    },
    { isolation: "repeatable read" },
  );
  const cached = counted
    .then(({ latest, answer, parts }) => {
      const seq = latest?.seq ?? 0;
      // Nobody asks for an earlier state again.
      if (seq > memory.latest) dropAnswers();
      memory.latest = Math.max(seq, memory.latest);
      storeResult(keyAt(latest), { answer, parts });
      return answer;
    })
    .finally(() => running.delete(key));
  running.set(key, cached);
  return cached;
}

/** What was asked last stays. */
function storeResult(key: string, answer: Answer): void {
  memory.parts += answer.parts - (answers.get(key)?.parts ?? 0);
  answers.set(key, answer);
  for (const [oldest, { parts }] of answers) {
    if (answers.size <= MOST && memory.parts <= MOST_PARTS) break;
    answers.delete(oldest);
    memory.parts -= parts;
  }
}

/** @returns how many objects and values it holds */
function freeze(value: unknown): number {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return 1;
  Object.freeze(value);
  return Object.values(value).reduce((sum: number, part) => sum + freeze(part), 1);
}

/** For what fills a database past the application, where no revision records it. */
export function clearCache(): void {
  clearTotals();
  dropAnswers();
}

function dropAnswers(): void {
  answers.clear();
  memory.parts = 0;
}

/** The cache now: number of answers, and their size together. */
export const cacheStats = () => ({ answers: answers.size, parts: memory.parts });
