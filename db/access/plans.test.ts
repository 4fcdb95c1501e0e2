import { sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AsOf, readAsOf } from "@/lib/filters/as-of";
import { claimFilter } from "@/lib/filters/claim-filter";
import { type DashboardFilter, dashboardFilter } from "@/lib/filters/dashboard-filter";
import { eventFilter } from "@/lib/filters/event-filter";
import { type EvidenceFacet, evidenceFilter } from "@/lib/filters/evidence-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { queueFilter } from "@/lib/filters/queue-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { ALIKE_KINDS, type AlikeKind, readAlikeContent } from "@/lib/records/likeness";
import { timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../client";
import { organizations, readingStarts } from "../schema";
import { makeActor, makeOrganization, makePublishedStation, makeReplyRequest, publishRecord } from "../testing/make";
import { MANY, makeManyRows } from "../testing/many-rows";
import { Planner, watchStatements } from "../testing/plans";
import { connectAsSuperuser } from "../testing/superuser";
import { listClaims } from "./claims/claim-ledger";
import { findClaim } from "./claims/claims";
import { listCountries } from "./countries/countries";
import { findEvent, listEvents } from "./events/events";
import { listEvidence } from "./evidence/evidence";
import { countEvidenceFacets } from "./evidence/evidence-facets";
import { findEvidence } from "./evidence/evidence-file";
import { listWorkInDoubt, readItemInDoubt } from "./evidence/resting-records";
import { readCountryFigures } from "./figures/country-figures";
import { readEvidenceMonths } from "./figures/evidence-figures";
import { readKeyFigures } from "./figures/key-figures";
import { clearCache } from "./figures/result-cache";
import { readStatusChanges } from "./figures/station-figures";
import { readSummary } from "./figures/summary";
import { findAsOf, readDossierAsOf } from "./history/as-of";
import { latestRevision, visibleRevision } from "./history/revision-ref";
import { listTrash } from "./history/trash";
import { findOrganization } from "./organizations/organization-file";
import { listOrganizations } from "./organizations/organizations";
import { listQueue, listQueueBoard } from "./queue/queue";
import { MOST_AT_GATE, readWaitingCounts } from "./queue/waiting-counts";
import { clearTotals } from "./reading/list-totals";
import { listAlike } from "./records/alike";
import { recordReplyEntry } from "./replies/replies";
import { listResponses } from "./responses/response-list";
import { findResponse } from "./responses/responses";
import { SEARCH_KINDS, searchEverything } from "./search/search";
import { listStations } from "./stations/station-list";
import { EDITORIAL_TABLES } from "./tables";
import { listTimeline, readTimelineBounds, readTimelineData } from "./timeline/timeline";
import { referencingRecords } from "./workflow/referencing-records";

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
/** In each order, what narrows a list most and least. */
const RESPONSES_BY = ["government", "kind", "date"].flatMap((order) =>
  ["", "&about=MT", "&government=NL", "&from=2015-01-01&to=2015-02-01"].map((filter) => `order=${order}${filter}`),
);
const RESPONSES_OF = [
  ...["about=NL", "not.about=NL", 'q="w77"', "kind=denial", "not.kind=denial", "state=draft"],
  ...["government=MT", "government=NL", "not.government=NL", "authority=organizations-5"],
  ...["from=2015-01-01", "to=2011-01-01", "from=2015-01-01&to=2015-02-01"],
  ...["records=published", "box=4,51,6,53", "box=-20,30,50,60", "box=170,-20,-170,20&about=NL"],
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
    ...["from=2015-01-01&to=2015-02-01", "records=published", "unread=yes"],
    ...["box=4,51,6,53", "box=175,-5,-175,5&country=NL", "box=-20,30,50,60&period=2015"],
    ...[
      "period=2015",
      "period=2015-03",
      "period=none",
      "stance=supports",
      "not.stance=supports",
      "station=stations-7",
      "file=none",
    ],
  ),
  claims: list(
    claimFilter,
    listClaims,
    ...[...COUNTRIES, ...TEXTS, "subject=closure", "subject=closure&country=MT", "scope=country"],
    ...["claimant=organizations-5", "assessment=contested", "position=denies", "state=draft"],
    ...["from=2015-01-01", "to=2011-01-01", "from=2015-01-01&to=2015-02-01", "records=published", "presence=yes"],
    ...["periodFrom=2015-01-01&periodTo=2015-02-01", "periodTo=2011-01-01"],
    ...["box=4,51,6,53", "box=-20,30,50,60", "box=170,-20,-170,20&country=NL"],
  ),
  responses: list(responseFilter, listResponses, ...RESPONSES_BY, ...RESPONSES_OF),
  organizations: list(
    organizationFilter,
    listOrganizations,
    ...[...COUNTRIES, ...TEXTS, "kind=ngo", "reliability=A", "reliability=none", "state=draft"],
  ),
  events: list(
    eventFilter,
    listEvents,
    ...[...COUNTRIES, ...TEXTS, ...sorts("newest", "oldest"), "kind=court", "country=none", "state=draft"],
    ...["from=2015-01-01", "to=2011-01-01", "from=2015-01-01&to=2015-02-01"],
  ),
  timeline: list(
    timelineFilter,
    (actor, { after, ...view }) => listTimeline(actor, view, { after }),
    ...["", "lane=reports", "country=NL", "from=2015-01-01&to=2015-02-01", "kind=responses.denial"],
    ...["records=published", "box=4,51,6,53&from=2015-01-01&to=2015-02-01"],
    ...["periodFrom=2015-01-01&periodTo=2015-02-01"],
  ),
};

/** What waits is a third of each table here. Where its rows stand is found by indexes; what the gate asks is another matter. */
const QUEUE: List = list(
  queueFilter,
  listQueue,
  ...["", "who=mine", "who=waiting", "who=unassigned", "kind=claim", "state=draft", "kind=event&state=in_review"],
  ...[
    "priority=urgent",
    "due=overdue",
    "due=week",
    "tag=court",
    "sort=priority",
    "assignee=ASSIGNEE",
    "sort=due&assignee=ASSIGNEE",
  ],
);

/** Of each of its parts a view counts up to 1,000. */
const MOST_LOOKED_AT = 5000;
const WANTS_NO_PROOF = ["q", "sort", "order", "limit", "after", "scale", "lanes", "all"];
const actors = {} as Record<"editor" | "manager", Actor>;
/** An editor who wrote nothing, and a published station with the one item that names it. */
const visited = {} as { newcomer: Actor; station: string; item: string };
const explaining = connectAsSuperuser();
const planner = new Planner(explaining);

beforeAll(async () => {
  // As a server plans that holds more than a test's few rows.
  await explaining.unsafe(`do $$ begin
    execute format('alter database %I set join_collapse_limit = 8', current_database());
    execute format('alter database %I set from_collapse_limit = 8', current_database());
  end $$`);
  await explaining.unsafe("set join_collapse_limit = 8; set from_collapse_limit = 8");
  [actors.editor, actors.manager] = [await makeActor("editor"), await makeActor("manager")];
  // All that is on file came after their first visit.
  const since = "2000-01-01T00:00:00.000Z";
  await db.insert(readingStarts).values(Object.values(actors).map(({ id: personId }) => ({ personId, since })));
  // An entry of a published request, older than all that the desk wrote since.
  const { slug: respondent } = await makeOrganization(actors.editor, { kind: "embassy" });
  await publishRecord("organization", respondent);
  const { slug } = await makeReplyRequest(actors.editor, { respondent });
  await publishRecord("reply_request", slug);
  const empty = { dueOn: null, response: null, note: null };
  await recordReplyEntry(actors.editor, slug, { ...empty, kind: "acknowledgement", happenedOn: "2022-11-04" });
  visited.newcomer = await makeActor("editor");
  const { station, source } = await makePublishedStation(actors.editor, {}, { slug: "its-source" });
  [visited.station, visited.item] = [station.slug, source.slug];
  await makeManyRows(actors.editor, actors.manager);
  await explaining.unsafe("set plan_cache_mode = force_custom_plan");
});
afterAll(() => explaining.end());

/**
 * An exact total has to look at all that it counts, and what a question finds has to be found; a page has not. Where evidence
 * is counted anew, its page comes along.
 */
const isTotal = (text: string) =>
  /^\s*select (count\(|coalesce\(sum\()/.test(text) ||
  text.startsWith('with "asked"') ||
  text.includes('count(*)::int from "hit"');

test.each(Object.entries(LISTS))(
  `no page of %s reads a table of ${MANY} rows from end to end`,
  async (_name, { ask, queries }) => {
    for (const [role, actor] of Object.entries(actors)) {
      for (const query of queries) {
        if (role === "manager" && query.includes("state=")) continue;
        const counted = await watchStatements(() => ask(actor, query));
        // The same page when its total is known.
        const first = await watchStatements(() => ask(actor, query));
        const next = role === "editor" ? first.answer.next : undefined;
        const second = next ? await watchStatements(() => ask(actor, query, next)) : undefined;
        // What is new to a reader changes with what is read, and nothing is new to whoever wrote it all.
        const isOfReader = query.includes("unread=");
        if (!isOfReader) expect.soft(first.answer.total, `${role} ${query}`).toBeGreaterThan(0);
        if (!isOfReader && !query.includes("q=")) {
          const known = [...first.statements, ...(second?.statements ?? [])].filter(({ text }) => isTotal(text));
          expect.soft(known, `${role} ${query}`).toEqual([]);
        }
        for (const statement of [counted, first, ...(second ? [second] : [])].flatMap(
          ({ statements }) => statements,
        )) {
          const read = isTotal(statement.text) ? planner.repeatedScansOf(statement) : planner.scansOf(statement);
          expect.soft(await read, `${role} ?${query}\n${statement.text}`).toEqual([]);
        }
      }
    }
  },
);

test("no page of the queue reads a table of 100,000 rows from end to end", async () => {
  for (const query of QUEUE.queries) {
    const assignedQuery = query.replace("ASSIGNEE", actors.editor.id);
    const first = await watchStatements(() => QUEUE.ask(actors.editor, assignedQuery));
    const next = first.answer.next;
    const second = next ? await watchStatements(() => QUEUE.ask(actors.editor, assignedQuery, next)) : undefined;
    for (const statement of [...first.statements, ...(second?.statements ?? [])]) {
      const read = statement.text.includes('as "key"')
        ? planner.scansOf(statement)
        : planner.repeatedScansOf(statement);
      expect.soft(await read, `?${assignedQuery}\n${statement.text}`).toEqual([]);
    }
  }
});

test(`of ${MANY} items that wait few are looked at to say how many do, and why`, async () => {
  const { editor } = actors;
  const { answer, statements } = await watchStatements(() => readWaitingCounts(editor));
  expect(answer.isLeast).toBe(true);
  expect(answer.counts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(MANY);
  for (const statement of statements.filter(({ text }) => text.includes('"evidence"'))) {
    // Each record that the gate is asked of may cite some.
    const { rows } = await planner.lookAt("evidence", statement);
    expect.soft(rows, statement.text).toBeLessThanOrEqual(5 * MOST_AT_GATE);
  }
  const trash = await watchStatements(() => listTrash(editor));
  for (const statement of trash.statements) {
    expect.soft(await planner.scansOf(statement), statement.text).toEqual([]);
  }
});

test.each([
  ...["who=mine", "who=mine&state=draft", "who=mine&sort=priority", "who=waiting", "who=waiting&state=draft"],
  "who=waiting&sort=due",
])(`of ${MANY} items that wait few are looked at for those of ?%s`, async (query) => {
  const { value, problems } = queueFilter.parse(new URLSearchParams(query));
  expect(problems).toEqual([]);
  // Somebody who wrote none of them, and whoever wrote all.
  for (const [who, actor] of Object.entries({ none: visited.newcomer, all: actors.editor })) {
    const list = await watchStatements(() => listQueue(actor, value));
    const board = await watchStatements(() => listQueueBoard(actor, value));
    for (const statement of [...list.statements, ...board.statements].filter(({ text }) =>
      text.includes('from "evidence"'),
    )) {
      const { rows } = await planner.lookAt("evidence", statement);
      expect.soft(rows, `${who} ?${query}\n${statement.text}`).toBeLessThanOrEqual(MOST_LOOKED_AT);
    }
  }
});

test(`of ${MANY} records few are looked at for how a station, or the whole dossier, had been published`, async () => {
  const asOf = (at: string) => readAsOf({ at }, "UTC") as AsOf;
  const station = await watchStatements(() =>
    findAsOf(actors.manager, "station", visited.station, asOf("2050-01-01")),
  );
  expect(station.answer.station?.evidence.map(({ slug }) => slug)).toEqual([visited.item]);
  const dossier = await watchStatements(() => readDossierAsOf(actors.manager, asOf("2010-06-01")));
  for (const statement of [...station.statements, ...dossier.statements]) {
    if (!statement.text.includes('from "evidence"')) continue;
    const { rows } = await planner.lookAt("evidence", statement);
    expect.soft(rows, statement.text).toBeLessThanOrEqual(10);
  }
});

test(`of ${MANY} records of a kind few are looked at for what a usual word finds`, async () => {
  for (const [role, actor] of Object.entries(actors)) {
    const usual = await watchStatements(() => searchEverything(actor, "station police"));
    expect(usual.answer.least).toEqual(SEARCH_KINDS);
    for (const [table, most] of [
      ["evidence", 7500],
      ["claims", 7500],
      ["stations", 5000],
    ] as const) {
      for (const statement of usual.statements) {
        const { rows } = await planner.lookAt(table, statement);
        expect.soft(rows, `${role} ${table}\n${statement.text}`).toBeLessThanOrEqual(most);
      }
    }
  }
});

test(`of a word that all of ${MANY} records have no index is read, of one that some have it is`, async () => {
  for (const [role, actor] of Object.entries(actors)) {
    for (const [q, isRead] of [
      ["station", false],
      ["w77", true],
    ] as const) {
      const { statements } = await watchStatements(() => searchEverything(actor, q));
      for (const [table, index] of [
        ["evidence", "evidence_search"],
        ["claims", "claims_search"],
      ] as const) {
        let [rows, inBitmap] = [0, 0];
        for (const statement of statements) {
          rows += (await planner.lookAt(table, statement)).rows;
          inBitmap += await planner.rowsInBitmap(index, statement);
        }
        expect.soft(inBitmap > 0, `${role} ${q} ${index}`).toBe(isRead);
        expect.soft(rows, `${role} ${q} ${table}`).toBeLessThanOrEqual(5000);
      }
    }
  }
});

test.each(["country:NL", "country:MT", "publisher:organizations-7"])(
  `of ${MANY} records of a kind few are looked at for what %s leaves, with a usual word and with none`,
  async (fields) => {
    for (const [role, actor] of Object.entries(actors)) {
      for (const q of [fields, `station police ${fields}`]) {
        const { statements } = await watchStatements(() => searchEverything(actor, q));
        for (const statement of statements) {
          for (const table of ["evidence", "claims"]) {
            // Up to 5,000 that words find, the same again as rows, and 5,000 that fields leave. Of claims with a usual word a sample
            // of the rows decides whether those that the fields leave out are read as well.
            const isBySample = table === "claims" && q !== fields;
            const { rows } = await planner.lookAt(table, statement);
            expect
              .soft(rows, `${role} ${table} ${q}\n${statement.text}`)
              .toBeLessThanOrEqual(isBySample ? MANY / 2 : 5 * MOST_LOOKED_AT);
          }
        }
      }
    }
  },
);

/** One record of each kind with what stands around it. */
const RECORDS: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
  evidence: (actor) => findEvidence(actor, "evidence-7"),
  claim: (actor) => findClaim(actor, "claims-7"),
  response: (actor) => findResponse(actor, "responses-7"),
  event: (actor) => findEvent(actor, "events-7"),
  organization: (actor) => findOrganization(actor, "organizations-7"),
};

test.each(Object.entries(RECORDS))("a %s is read in at most four statements, along indexes", async (_kind, find) => {
  for (const [role, actor] of Object.entries(actors)) {
    const { statements } = await watchStatements(() => find(actor).catch(() => null));
    expect.soft(statements.length, role).toBeLessThanOrEqual(4);
    for (const statement of statements) expect.soft(await planner.scansOf(statement), statement.text).toEqual([]);
  }
});

test("records that name another are found along an index for each reference", async () => {
  const named = Object.values(EDITORIAL_TABLES).map((table) => getTableConfig(table).name);
  const bare = await db.execute<{ column: string }>(sql`
    select format('%s.%s', c.conrelid::regclass, a.attname) as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid::regclass::text in ${named} and not exists (
      select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
  expect([...bare]).toEqual([]);
  const [one] = await db.select({ id: organizations.id }).from(organizations).limit(1);
  const { statements } = await watchStatements(() => referencingRecords(db, "organization", one?.id ?? ""));
  expect(statements.length).toBeGreaterThan(3);
  for (const statement of statements) expect.soft(await planner.scansOf(statement), statement.text).toEqual([]);
});

test.each([
  ["an item in doubt", (actor: Actor) => readItemInDoubt(actor, "evidence-7")],
  ["any that was retracted", listWorkInDoubt],
])("what rests on %s is found along indexes", async (_what, read) => {
  const { statements } = await watchStatements<unknown>(() => read(actors.editor));
  expect(statements.length).toBeGreaterThan(1);
  for (const statement of statements) expect.soft(await planner.scansOf(statement), statement.text).toEqual([]);
});

test(`of ${MANY} revisions few are looked at for the one that a reader of published records may know`, async () => {
  const { answer, statements } = await watchStatements(() => visibleRevision(actors.manager));
  const latest = await latestRevision();
  expect(answer?.seq).toBe((latest?.seq ?? 0) - MANY / 10);
  const read = await Promise.all(statements.map((statement) => planner.lookAt("revisions", statement)));
  expect(read.flatMap(({ indexes }) => indexes)).toContain("revisions_public");
  expect(read.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(10);
});

/** As somebody types it. */
const TYPED: Readonly<Record<AlikeKind, Readonly<Record<string, string>>>> = {
  organization: { name: "organization 77", url: "https://example.org", alternateNames: "Another" },
  station: { name: "station 77", country: "NL", city: "Rotterdam" },
  evidence: { title: "ITEM 77", url: "https://example.org/77" },
};

test.each(ALIKE_KINDS)(
  `whether a new %s is on file is not asked by reading a table of ${MANY} rows`,
  async (kind) => {
    for (const actor of Object.values(actors)) {
      for (const slug of [null, `${kind === "evidence" ? kind : `${kind}s`}-5`]) {
        const content = readAlikeContent(kind, TYPED[kind]);
        const { statements } = await watchStatements(() => listAlike(actor, kind, content, slug));
        expect(statements).toHaveLength(1);
        for (const statement of statements) expect.soft(await planner.scansOf(statement), statement.text).toEqual([]);
      }
    }
  },
);

test("the timeline's data and its bounds are read along the indexes of days, and of a kind its lane alone", async () => {
  for (const [role, actor] of Object.entries(actors)) {
    for (const query of ["", "lane=reports", "country=NL", "records=published", "kind=responses.denial"]) {
      const filter = timelineFilter.parse(new URLSearchParams(query)).value;
      const bounds = await watchStatements(() => readTimelineBounds(actor, filter));
      const sheet = await watchStatements(() => readTimelineData(actor, filter, 2000));
      expect.soft(bounds.answer?.from, query).toMatch(/^20/);
      expect.soft(sheet.answer.total, query).toBeGreaterThan(2000);
      for (const statement of [...bounds.statements, ...sheet.statements]) {
        if (isTotal(statement.text)) continue;
        const wanted = query.startsWith("kind=") ? ["responses"] : [];
        const scanned = (await planner.scansOf(statement)).filter((table) => !wanted.includes(table));
        expect.soft(scanned, `${role} ?${query}\n${statement.text}`).toEqual([]);
      }
    }
  }
});

const VIEWS = ["", "records=published", "country=MT", "from=2015-01-05&to=2015-02-10"];
/** Every figure. It looks at what it counts; evidence, which grows without an end, is counted from its sums. */
const FIGURES = {
  readKeyFigures: [readKeyFigures, VIEWS],
  readCountryFigures: [readCountryFigures, VIEWS],
  readStatusSteps: [readStatusChanges, VIEWS],
  readEvidenceMonths: [readEvidenceMonths, VIEWS],
  // These two are of everything.
  listCountries: [(actor: Actor) => listCountries(actor), [""]],
  readSummary: [(actor: Actor) => readSummary(actor), [""]],
} as const satisfies Record<
  string,
  readonly [(actor: Actor, view: DashboardFilter) => Promise<unknown>, readonly string[]]
>;

test.each(Object.entries(FIGURES))(
  "%s reads evidence by its sums, or by an index, and no table again and again",
  async (_name, [read, views]) => {
    for (const [role, actor] of Object.entries(actors)) {
      for (const query of views) {
        clearCache();
        const view = dashboardFilter.parse(new URLSearchParams(query)).value;
        const { statements } = await watchStatements<unknown>(() => read(actor, view));
        for (const statement of statements) {
          const scanned = (await planner.scansOf(statement)).filter((table) => table === "evidence");
          expect
            .soft([...scanned, ...(await planner.repeatedScansOf(statement))], `${role} ?${query}\n${statement.text}`)
            .toEqual([]);
        }
      }
    }
  },
);

test("the counts of facets come from sums, or look at no more than so many items, and say so", async () => {
  for (const [role, actor] of Object.entries(actors)) {
    for (const query of ["", "country=MT", "country=MT&kind=photo", "kind=photo&from=2012-01-01&to=2013-01-01"]) {
      clearCache();
      const narrowing = evidenceFilter.parse(new URLSearchParams(query)).value;
      const { answer, statements } = await watchStatements(() => countEvidenceFacets(actor, narrowing));
      const isLeast = (facet: EvidenceFacet) => answer[facet].some((one) => one.isLeast);
      // Photos are too many for their countries to be counted one by one; what is about one country, or of one year, is not.
      const isMany = query.endsWith("kind=photo");
      expect.soft(isLeast("country"), `${role} ?${query}`).toBe(isMany);
      expect.soft(isLeast("kind"), `${role} ?${query}`).toBe(false);
      if (isMany) expect.soft(answer.country.length).toBe(11);
      for (const statement of statements) {
        // Stances are counted by the claims; what is many is read until there is enough of it.
        if (isMany || statement.text.includes("evidence_sums")) continue;
        const scanned = (await planner.scansOf(statement)).filter((table) => table === "evidence");
        expect.soft(scanned, `${role} ?${query}\n${statement.text}`).toEqual([]);
      }
    }
  }
});

// The queue asks its gate.
test.each([
  ["a word that many items have", () => listEvidence(actors.editor, { q: "police" })],
  ["the queue", () => listQueue(actors.editor, {})],
])("%s is found by reading no table again and again, though nothing leads there straight", async (_what, ask) => {
  const { answer, statements } = await watchStatements<Page>(ask);
  expect(answer.total).toBeGreaterThanOrEqual(10_000);
  for (const statement of statements)
    expect.soft(await planner.repeatedScansOf(statement), statement.text).toEqual([]);
});

test(`of ${MANY} items the list looks at few more than it counts of what a usual word finds, and then at those that it shows`, async () => {
  clearTotals();
  for (const visit of ["counted", "known"]) {
    const { answer, statements } = await watchStatements(() => listEvidence(actors.editor, { q: "police" }));
    expect(answer).toMatchObject({ total: 10_000, isLeast: true });
    expect(answer.items).toHaveLength(25);
    for (const statement of statements) {
      const { rows } = await planner.lookAt("evidence", statement);
      expect.soft(rows, `${visit}: ${statement.text}`).toBeLessThanOrEqual(visit === "counted" ? 25_000 : 2_500);
      for (const table of ["evidence_stations", "claim_evidence"]) {
        // What each of a page's items is about, and not all that stands under a usual name.
        const about = await planner.lookAt(table, statement);
        expect.soft(about.rows, `${visit} ${table}: ${statement.text}`).toBeLessThanOrEqual(2_500);
      }
    }
  }
});

test(`of ${MANY} claims the ledger looks at few more than it counts of what a usual word finds, and then at those that it shows`, async () => {
  clearTotals();
  for (const visit of ["counted", "known"]) {
    const { answer, statements } = await watchStatements(() => listClaims(actors.editor, { q: "station" }));
    expect(answer).toMatchObject({ total: 10_000, isLeast: true });
    expect(answer.items).toHaveLength(40);
    for (const statement of statements) {
      const { rows } = await planner.lookAt("claims", statement);
      expect.soft(rows, `${visit}: ${statement.text}`).toBeLessThanOrEqual(visit === "counted" ? 25_000 : 2_500);
      const quoted = await planner.lookAt("claim_evidence", statement);
      expect.soft(quoted.rows, `${visit}: ${statement.text}`).toBeLessThanOrEqual(2_500);
    }
  }
});

test("the facets of a common word are counted of what indexes find, and hold no item against all that it may be about", async () => {
  clearCache();
  const { answer, statements } = await watchStatements(() => countEvidenceFacets(actors.editor, { q: "police" }));
  expect(answer.kind.some(({ isLeast }) => isLeast)).toBe(true);
  const asked = statements.filter(({ text }) => !text.includes("evidence_sums"));
  expect(asked).not.toEqual([]);
  for (const statement of asked) {
    const scanned = (await planner.scansOf(statement)).filter((table) => table === "evidence");
    expect.soft(scanned, statement.text).toEqual([]);
  }
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
