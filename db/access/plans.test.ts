import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { claimFilter } from "@/lib/filters/claim-filter";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { eventFilter } from "@/lib/filters/event-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { queueFilter } from "@/lib/filters/queue-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Actor } from "@/lib/workflow/actor";
import { Connection } from "../connection/connection";
import { makeActor, makeOrganization, makeReplyRequest, publishRecord } from "../testing/make";
import { BIG_TABLES, MANY, makeManyRows } from "../testing/many-rows";
import { connectAsSuperuser } from "../testing/superuser";
import { listClaims } from "./claims/claim-ledger";
import { listCountries } from "./countries/countries";
import { listEvents } from "./events/events";
import { listEvidence } from "./evidence/evidence";
import { readCountryFigures } from "./figures/country-figures";
import { readEvidenceMonths } from "./figures/evidence-figures";
import { readKeyFigures } from "./figures/key-figures";
import { clearCache } from "./figures/result-cache";
import { readStatusChanges } from "./figures/station-figures";
import { readSummary } from "./figures/summary";
import { latestRevision, visibleRevision } from "./history/revision-ref";
import { listOrganizations } from "./organizations/organizations";
import { listQueue } from "./queue/queue";
import { recordReplyEntry } from "./replies/replies";
import { listResponses } from "./responses/response-list";
import { listStations } from "./stations/station-list";
import { listTimeline, readTimelineBounds, readTimelineData } from "./timeline/timeline";

type View<V> = {
  readonly keys: readonly string[];
  parse(params: URLSearchParams): { value: V; problems: readonly FilterProblem[] };
};
type Page = { readonly total: number; readonly next?: unknown };
type List = {
  readonly keys: readonly string[];
  /** A page of the view that a query names; the one behind it when the place where it begins is given. */
  readonly ask: (actor: Actor, query: string, after?: unknown) => Promise<Page>;
  readonly queries: readonly string[];
};

const list = <V>(
  view: View<V>,
  read: (actor: Actor, value: V) => Promise<Page>,
  ...queries: readonly string[]
): List => ({
  keys: view.keys,
  ask: (actor, query, after) => {
    const { value, problems } = view.parse(new URLSearchParams(query));
    expect(problems).toEqual([]);
    return read(actor, after === undefined ? value : { ...value, after });
  },
  queries,
});

const sorts = (...orders: string[]) => orders.flatMap((order) => [`sort=${order}`, `sort=${order}&country=NL`]);
const bothWays = (...orders: string[]) => orders.flatMap((order) => sorts(order, `-${order}`));
const COUNTRIES = ["", "country=NL", "country=MT", "not.country=NL"];
const TEXTS = ['q="w77"', 'q="w77"+police'];
const RESPONSES_BY = ["government", "kind", "date"];
const RESPONSES_OF = [
  ...["", "&about=NL", "&about=MT", "&not.about=NL", '&q="w77"', "&kind=denial", "&not.kind=denial", "&state=draft"],
  ...["&government=MT", "&government=NL", "&not.government=NL", "&authority=organizations-5"],
  ...["&from=2015-01-01", "&to=2011-01-01", "&from=2015-01-01&to=2015-02-01"],
  ...["&records=published", "&box=4,51,6,53", "&box=-20,30,50,60", "&box=170,-20,-170,20&about=NL"],
];

const LISTS: Readonly<Record<string, List>> = {
  stations: list(
    stationFilter,
    listStations,
    ...[...COUNTRIES, ...TEXTS, ...bothWays("name", "country", "status", "reported", "changed")],
    ...["to=2015-01-01", "records=published", "box=4,51,6,53", "box=170,-20,-170,20&country=NL"],
    ...["status=denied", "kind=contact_point", "operator=organizations-5", "state=draft", "country=MT&status=denied"],
  ),
  evidence: list(
    evidenceFilter,
    listEvidence,
    ...[...COUNTRIES, ...TEXTS, ...sorts("newest", "oldest", "changed")],
    ...["kind=photo", "publisher=organizations-7", "not.publisher=organizations-7", "language=it", "language=none"],
    ...["reliability=A", "reliability=none", "credibility=2", "credibility=none", "state=draft"],
    ...["from=2015-01-01&to=2015-02-01", "records=published"],
    ...["box=4,51,6,53", "box=170,-20,-170,20&country=NL", "box=-20,30,50,60&period=2015"],
    ...[
      "period=2015",
      "period=2015-03",
      "period=none",
      "stance=supports",
      "not.stance=supports",
      "station=stations-7",
    ],
  ),
  claims: list(
    claimFilter,
    listClaims,
    ...[...COUNTRIES, ...TEXTS, "subject=closure", "subject=closure&country=MT", "scope=country"],
    ...["claimant=organizations-5", "assessment=contested", "position=denies", "state=draft"],
  ),
  responses: list(
    responseFilter,
    listResponses,
    ...[...RESPONSES_BY.flatMap((order) => RESPONSES_OF.map((filter) => `order=${order}${filter}`))],
  ),
  organizations: list(
    organizationFilter,
    listOrganizations,
    ...[...COUNTRIES, ...TEXTS, "kind=ngo", "reliability=A", "reliability=none", "state=draft"],
  ),
  events: list(
    eventFilter,
    listEvents,
    ...[...COUNTRIES, ...TEXTS, ...sorts("newest", "oldest"), "kind=court", "country=none", "state=draft"],
  ),
  timeline: list(
    timelineFilter,
    (actor, { after, ...view }) => listTimeline(actor, view, { after }),
    ...["", "lane=reports", "country=NL", "from=2015-01-01&to=2015-02-01", "kind=responses.denial"],
    ...["records=published", "box=4,51,6,53&from=2015-01-01&to=2015-02-01"],
  ),
};

/** What waits is a third of each table here. Where its rows stand is found by indexes; what the gate asks is another matter. */
const QUEUE: List = list(
  queueFilter,
  listQueue,
  ...["", "who=mine", "who=waiting", "who=unassigned", "kind=claim", "state=draft", "kind=event&state=in_review"],
  ...["priority=urgent", "due=overdue", "due=week", "tag=court", "assignee=ASSIGNEE", "sort=due&assignee=ASSIGNEE"],
);

const WANTS_NO_PROOF = ["q", "sort", "order", "limit", "after", "scale", "lanes"];
const actors = {} as Record<"editor" | "manager", Actor>;
const explaining = connectAsSuperuser();

beforeAll(async () => {
  [actors.editor, actors.manager] = [await makeActor("editor"), await makeActor("manager")];
  // An entry of a published request, older than all that the desk wrote since.
  const { slug: respondent } = await makeOrganization(actors.editor, { kind: "embassy" });
  await publishRecord("organization", respondent);
  const { slug } = await makeReplyRequest(actors.editor, { respondent });
  await publishRecord("reply_request", slug);
  const empty = { dueOn: null, response: null, note: null };
  await recordReplyEntry(actors.editor, slug, { ...empty, kind: "acknowledgement", happenedOn: "2022-11-04" });
  await makeManyRows(actors.editor, actors.manager);
  await explaining.unsafe("set plan_cache_mode = force_custom_plan");
}, 120_000);
afterAll(() => explaining.end());

type Plan = { "Node Type": string; "Relation Name"?: string; "Plan Rows": number; Plans?: Plan[] };

const scansOf = (plan: Plan): string[] => {
  const name = plan["Relation Name"] ?? "";
  const own = plan["Node Type"] === "Seq Scan" && BIG_TABLES.includes(name) ? [name] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)];
};

/** The tables that a statement reads from end to end, as PostgreSQL plans it for these very values. */
async function endToEnd(text: string, params: readonly unknown[]): Promise<string[]> {
  const [row] = await explaining.unsafe(`explain (format json) ${text}`, params as never[]);
  return ((row?.["QUERY PLAN"] ?? []) as { Plan: Plan }[]).flatMap(({ Plan: plan }) => scansOf(plan));
}

/** What a call read from the database, and how long it took, in milliseconds. */
async function watched<T>(call: () => Promise<T>) {
  const spy = vi.spyOn(Connection.prototype, "run");
  const began = performance.now();
  const answer = await call();
  const took = performance.now() - began;
  const statements = spy.mock.calls
    .map(([text, params = []]) => ({ text, params }))
    .filter(({ text }) => /^\s*\(*(select|with)/.test(text));
  spy.mockRestore();
  return { answer, took, statements };
}

/** An exact total has to look at all that it counts; a page has not. Evidence found by its text brings its total along. */
const isTotal = (text: string) => /^\s*select count\(/.test(text) || text.includes("count(*)::int from hit");

const took: number[] = [];

test.each(Object.entries(LISTS))(
  `no page of %s reads a table of ${MANY} rows from end to end`,
  async (_name, { ask, queries }) => {
    for (const [role, actor] of Object.entries(actors)) {
      for (const query of queries) {
        if (role === "manager" && query.includes("state=")) continue;
        const first = await watched(() => ask(actor, query));
        const next = role === "editor" ? first.answer.next : undefined;
        const second = next ? await watched(() => ask(actor, query, next)) : undefined;
        expect.soft(first.answer.total, `${role} ${query}`).toBeGreaterThan(0);
        for (const { took: time, statements } of second ? [first, second] : [first]) {
          took.push(time);
          for (const { text, params } of statements.filter((statement) => !isTotal(statement.text))) {
            expect.soft(await endToEnd(text, params), `${role} ?${query}\n${text}`).toEqual([]);
          }
        }
      }
    }
  },
  60_000,
);

test("a page with its exact total takes a moment", () => {
  const sorted = [...took].sort((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(200);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(400);
});

test("no page of the queue reads a table of 100,000 rows from end to end", async () => {
  for (const query of QUEUE.queries) {
    const assignedQuery = query.replace("ASSIGNEE", actors.editor.id);
    const first = await watched(() => QUEUE.ask(actors.editor, assignedQuery));
    const next = first.answer.next;
    const second = next ? await watched(() => QUEUE.ask(actors.editor, assignedQuery, next)) : undefined;
    for (const { took: time, statements } of second ? [first, second] : [first]) {
      expect.soft(time, assignedQuery).toBeLessThan(1500);
      for (const { text, params } of statements.filter((statement) => statement.text.includes('as "key"'))) {
        expect.soft(await endToEnd(text, params), `?${assignedQuery}\n${text}`).toEqual([]);
      }
    }
  }
}, 60_000);

/** What of a table was looked at to answer a statement, and by which indexes. */
async function lookedAt(table: string, { text, params }: { text: string; params: readonly unknown[] }) {
  type Done = Plan & {
    "Index Name"?: string;
    "Actual Rows": number;
    "Actual Loops": number;
    "Rows Removed by Filter"?: number;
    Plans?: Done[];
  };
  const nodesOf = (plan: Done): Done[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
  const [row] = await explaining.unsafe(`explain (analyze, format json) ${text}`, params as never[]);
  const nodes = ((row?.["QUERY PLAN"] ?? []) as { Plan: Done }[])
    .flatMap(({ Plan: plan }) => nodesOf(plan))
    .filter((node) => node["Relation Name"] === table);
  const rowsOf = (node: Done) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  return {
    rows: nodes.reduce((sum, node) => sum + rowsOf(node), 0),
    indexes: nodes.map((node) => node["Index Name"]),
  };
}

test(`of ${MANY} revisions few are looked at for the one that a reader of published records may know`, async () => {
  const { answer, statements } = await watched(() => visibleRevision(actors.manager));
  const latest = await latestRevision();
  expect(answer?.seq).toBe((latest?.seq ?? 0) - MANY / 10);
  const read = await Promise.all(statements.map((statement) => lookedAt("revisions", statement)));
  expect(read.flatMap(({ indexes }) => indexes)).toContain("revisions_public");
  expect(read.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(10);
});

test("the timeline's data and its bounds are read along the indexes of days, and of a kind its lane alone", async () => {
  for (const [role, actor] of Object.entries(actors)) {
    for (const query of ["", "lane=reports", "country=NL", "records=published", "kind=responses.denial"]) {
      const filter = timelineFilter.parse(new URLSearchParams(query)).value;
      const bounds = await watched(() => readTimelineBounds(actor, filter));
      const sheet = await watched(() => readTimelineData(actor, filter, 2000));
      expect.soft(bounds.answer?.from, query).toMatch(/^20/);
      expect.soft(sheet.answer.total, query).toBeGreaterThan(2000);
      for (const { text, params } of [...bounds.statements, ...sheet.statements].filter(
        ({ text }) => !isTotal(text),
      )) {
        const wanted = query.startsWith("kind=") ? ["responses"] : [];
        const scanned = (await endToEnd(text, params)).filter((table) => !wanted.includes(table));
        expect.soft(scanned, `${role} ?${query}\n${text}`).toEqual([]);
      }
    }
  }
}, 60_000);

/** Every figure of a view. A figure looks at what it counts; evidence, which grows without an end, is counted from its sums. */
const FIGURES = {
  readKeyFigures,
  readCountryFigures,
  readStatusSteps: readStatusChanges,
  readEvidenceMonths,
  listCountries,
  readSummary: (actor: Actor) => readSummary(actor),
};

test.each(Object.entries(FIGURES))(
  "%s reads evidence by its sums, or by an index, and is there soon",
  async (_name, read) => {
    for (const [role, actor] of Object.entries(actors)) {
      for (const query of ["", "records=published", "country=MT", "from=2015-01-05&to=2015-02-10"]) {
        clearCache();
        const view = dashboardFilter.parse(new URLSearchParams(query)).value;
        const { took: time, statements } = await watched<unknown>(() => read(actor, view));
        expect.soft(time, `${role} ?${query}`).toBeLessThan(5000);
        for (const { text, params } of statements) {
          const scanned = await endToEnd(text, params);
          expect
            .soft(
              scanned.filter((table) => table === "evidence"),
              `${role} ?${query}\n${text}`,
            )
            .toEqual([]);
        }
      }
    }
  },
  120_000,
);

// A word that half of all items have is found by looking at all that it finds; the queue asks its gate.
test.each([
  ["a word that many items have", () => listEvidence(actors.editor, { q: "police" })],
  ["the queue", () => listQueue(actors.editor, {})],
])("%s is there soon, though nothing leads there straight", async (_what, ask) => {
  const { answer, took: time } = await watched<Page>(ask);
  expect(answer.total).toBeGreaterThan(10_000);
  expect(time).toBeLessThan(2500);
});

test("every filter of every list is among them", () => {
  for (const [name, { keys, queries }] of Object.entries(LISTS)) {
    const asked = new Set(queries.flatMap((query) => [...new URLSearchParams(query).keys()]));
    const wanted = keys.filter((key) => !key.startsWith("not.") && !WANTS_NO_PROOF.includes(key));
    expect
      .soft(
        wanted.filter((key) => !asked.has(key)),
        name,
      )
      .toEqual([]);
  }
});
