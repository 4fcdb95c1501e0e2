import { beforeAll, expect, test } from "vitest";
import { listClaims } from "@/db/access/claims/claim-ledger";
import { listCountries } from "@/db/access/countries/countries";
import { findCountry } from "@/db/access/countries/country-file";
import { listEvidence } from "@/db/access/evidence/evidence";
import { readDeskFigures } from "@/db/access/figures/desk-figures";
import { readSummary } from "@/db/access/figures/summary";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { listQueue } from "@/db/access/queue/queue";
import { countUnassigned } from "@/db/access/queue/waiting-counts";
import { recordReplyEntry } from "@/db/access/replies/replies";
import { listReplies } from "@/db/access/replies/reply-list";
import { listResponses } from "@/db/access/responses/response-list";
import { listStations } from "@/db/access/stations/station-list";
import { listTimeline } from "@/db/access/timeline/timeline";
import { FIRST_DOSSIER, loadDossier } from "@/db/dossier/load";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeReplyRequest,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "@/db/testing/make";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { ANSWER_FIGURES, CHARTS, SUMMARY_FIGURES } from "@/lib/charts/figures";
import { onlyValues, recordsBehind } from "@/lib/charts/records-behind";
import { stateFigures } from "@/lib/charts/state-figures";
import { countryRows, remainingCountries } from "@/lib/figures/country-rows";
import { waitingByState } from "@/lib/figures/workload";
import { claimFilter } from "@/lib/filters/claim-filter";
import { countryFilter } from "@/lib/filters/country-filter";
import { type DashboardFilter, dashboardFilter } from "@/lib/filters/dashboard-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import type { SearchParams } from "@/lib/filters/filter";
import { mapFilter } from "@/lib/filters/map-filter";
import { overviewFilter, scopeOfOverview } from "@/lib/filters/overview-filter";
import { queueFilter } from "@/lib/filters/queue-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { countriesByCoverage } from "@/lib/map/coverage-groups";
import { drawMap } from "@/lib/map/map-drawing";
import { mapClaimsHref, mapStationsHref } from "@/lib/map/map-figure";
import { drawStations } from "@/lib/map/stations-figure";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { WORLD } from "@/lib/records/country";
import { LANES_BY, timelineFilter } from "@/lib/timeline/timeline-filter";
import type { Actor } from "@/lib/workflow/actor";
import { GATE_REASONS } from "@/lib/workflow/gate";
import { may } from "@/lib/workflow/policy";
import { readChart } from "./_server/charts";
import { readDrawnMap } from "./_server/drawn-map";
import { readDrawnTimeline, timelineFigureOf, timelineFilterOf } from "./_server/drawn-timeline";
import { readFigure } from "./_server/figures";
import { readListedStations } from "./_server/listed-stations";
import { readOverview } from "./_server/overview";
import { readRangeFigure } from "./_server/range";

const NOW = new Date("2023-06-15T10:00:00Z");
const EVERYTHING = dashboardFilter.absent;
const ROLES = ["editor", "manager"] as const;
const actors = {} as Record<(typeof ROLES)[number], Actor>;

beforeAll(async () => {
  await loadDossier({ folder: FIRST_DOSSIER });
  for (const role of ROLES) actors[role] = await makeActor(role);
  const { editor } = actors;
  const asked = await makeOrganization(editor, { slug: "asked-embassy", kind: "embassy", country: "NL" });
  await makeReplyRequest(editor, { respondent: asked.slug, sentOn: "2022-11-03", dueOn: "2022-11-17" });
  const { slug: about } = await makeStation(editor, {
    country: "IT",
    latitude: 45.46,
    longitude: 9.19,
    locationPrecision: "city",
  });
  const { slug: response } = await makeResponse(editor, { authority: asked.slug, stations: [about] });
  const again = { respondent: asked.slug, sentOn: "2022-11-10", dueOn: "2022-11-24", stations: [about] };
  const { slug } = await makeReplyRequest(editor, again);
  const entry = { dueOn: null, response, note: null };
  await recordReplyEntry(editor, slug, { ...entry, kind: "answer", happenedOn: "2022-11-12" });
  await makeStatusReport(editor, { station: about, status: "denied", asOf: "2022-12" });
  await makeEvidence(editor, { published: "2022-11-05", stations: [about] });
  for (const [country, valueNumber] of [
    ["IT", 7],
    ["IT", 0],
    ["TV", 2],
  ] as const)
    await makeClaim(editor, { subject: COUNT_SUBJECT, country, valueNumber, asserted: "2022-12" });
  await makeClaim(editor, { subject: "presence", country: "TV", asserted: "2023" });
  await makeClaim(editor, { subject: "presence", country: "NL" });
  await makeClaim(editor, {
    subject: "existence",
    scope: "station",
    station: about,
    country: "IT",
    asserted: "2022",
  });
  // A street that the desk knows; everybody else is told the city, which lies beyond the edge of a box below.
  const street = { latitude: 42.44, longitude: 14.24, locationPrecision: "exact", publicPrecision: "city" };
  const { station, authority } = await makePublishedStation(editor, { country: "IT", ...street });
  // Known to the desk alone, of a station that everybody knows.
  await makeStatusReport(editor, { station: station.slug, status: "reported_closed", asOf: "2022-11-20" });
  const open = await makeReplyRequest(editor, {
    ...{ respondent: authority.slug, stations: [station.slug] },
    ...{ sentOn: "2022-11-20", dueOn: "2022-11-27" },
  });
  await publishRecord("reply_request", open.slug);
}, 120_000);

/** A number that a reader is told, and the list that it leads to. */
type Told = { readonly count: number; readonly href: string };

type Parsed<V> = { readonly parse: (params: SearchParams) => { value: V; problems: readonly unknown[] } };
const viewAt = <V>({ parse }: Parsed<V>, url: URL): V => {
  const { value, problems } = parse(url.searchParams);
  expect(problems, url.href).toEqual([]);
  return value;
};

async function countCountries(actor: Actor, url: URL): Promise<number> {
  const [view, lines] = [viewAt(countryFilter, url), await listCountries(actor)];
  const nameOf = (code: string) => code;
  return countryRows(lines, view, nameOf).length + remainingCountries(lines, view, nameOf).length;
}

async function countDated(actor: Actor, url: URL): Promise<number> {
  const view = viewAt(timelineFilter, url);
  return (await listTimeline(actor, { ...timelineFilterOf(view), from: view.from, to: view.to }, { limit: 0 })).total;
}

const few = { limit: 1 };
const TOTALS: Readonly<Record<string, (actor: Actor, url: URL) => Promise<number>>> = {
  "/stations": async (actor, url) => (await listStations(actor, { ...viewAt(stationFilter, url), limit: 0 })).total,
  "/evidence": async (actor, url) => (await listEvidence(actor, { ...viewAt(evidenceFilter, url), ...few })).total,
  "/claims": async (actor, url) => (await listClaims(actor, { ...viewAt(claimFilter, url), ...few })).total,
  "/responses": async (actor, url) => (await listResponses(actor, { ...viewAt(responseFilter, url), ...few })).total,
  "/replies": async (actor, url) => (await listReplies(actor, { ...viewAt(replyFilter, url), ...few })).total,
  "/queue": async (actor, url) => (await listQueue(actor, viewAt(queueFilter, url), few)).total,
  "/timeline": countDated,
  "/countries": countCountries,
};
const urlOf = (href: string) => new URL(href, "http://localhost");
const isList = (href: string) => urlOf(href).pathname in TOTALS;

const known = new Map<string, Promise<number>>();
const followed = new Map<string, number>();

function totalAt(actor: Actor, href: string): Promise<number> {
  const [key, { pathname }] = [`${actor.role} ${href}`, urlOf(href)];
  const total = known.get(key) ?? TOTALS[pathname]?.(actor, urlOf(href)) ?? Promise.resolve(Number.NaN);
  known.set(key, total);
  followed.set(pathname, (followed.get(pathname) ?? 0) + 1);
  return total;
}

/** Every number of a figure that leads to a list: a mark, a bar or a label with its count, a cell with its value. */
function numbersIn(figure: unknown): Told[] {
  if (typeof figure !== "object" || figure === null) return [];
  const { href, count, value } = figure as { href?: unknown; count?: unknown; value?: unknown };
  const number = typeof count === "number" ? count : value;
  const own = typeof href === "string" && typeof number === "number" && isList(href) ? [{ count: number, href }] : [];
  return [...own, ...Object.values(figure).flatMap(numbersIn)];
}

/** What has more ways to be shown than a view names is asked for one of them, and in the next `turn` for another. */
type Read = (actor: Actor, view: DashboardFilter, turn: number) => Promise<readonly Told[]>;

const MAP_FACETS = [
  {},
  { status: onlyValues("reported") },
  { kind: { any: [], without: ["contact_point"] } },
] as const;

async function readMapNumbers(actor: Actor, scope: DashboardFilter, turn: number): Promise<Told[]> {
  const view = { ...mapFilter.absent, ...scope, ...MAP_FACETS[turn % MAP_FACETS.length] };
  const { drawn, data } = await readDrawnMap(actor, view);
  const { marks, clusters } = drawMap(drawn.spots, view, "en");
  const lists = clusters.flatMap(({ count, rest }) => (rest.isList ? [{ count, href: rest.href }] : []));
  const claimed = drawn.countries.map(({ country, claimed: count }) => ({
    count,
    href: mapClaimsHref(view, country),
  }));
  return [...numbersIn({ data, marks }), ...lists, ...claimed, { count: drawn.total, href: mapStationsHref(view) }];
}

async function readStationNumbers(actor: Actor, scope: DashboardFilter): Promise<Told[]> {
  const { to, country, records, box } = scope;
  const view = { ...stationFilter.absent, to, country, records, box };
  const { points, page, data } = await readListedStations(actor, view);
  const marks = drawStations(points, view, "en").marks;
  return [...numbersIn({ marks, data }), { count: page.total, href: recordsBehind("onFile", scope) }];
}

const FIGURES: Readonly<Record<string, Read>> = {
  ...Object.fromEntries(
    CHARTS.map((name): [string, Read] => [
      name,
      async (actor, view) => numbersIn(await readChart(actor, { ...chartsFilter.absent, ...view }, name, NOW)),
    ]),
  ),
  ...Object.fromEntries(
    SUMMARY_FIGURES.map((name): [string, Read] => [
      `summary ${name}`,
      async (actor, view) => numbersIn(await readFigure(actor, view, name, NOW)),
    ]),
  ),
  "key figures": async (actor, view) => numbersIn((await readSummaryPage(actor, view, NOW)).figures),
  map: readMapNumbers,
  "map of a list": readStationNumbers,
  ...Object.fromEntries(
    LANES_BY.map((lanes): [string, Read] => [
      `timeline by ${lanes}`,
      async (actor, scope) => {
        const view = { ...timelineFilter.absent, ...scope, lanes };
        return numbersIn(timelineFigureOf(actor, view, await readDrawnTimeline(actor, view)));
      },
    ]),
  ),
  ranges: async (actor, { to, records }) => {
    const figures = await Promise.all(
      [WORLD, "150", "IT", "NL"].map((place) => readRangeFigure(actor, { place, to, records })),
    );
    return numbersIn(figures);
  },
};

const ITALY = "box=6,36,19,47.5";
const STREET = "box=14.22,42.42,15,43";
const VIEWS = [
  ...["", "from=2022-10-01&to=2022-12-31", "from=2022-11-03&to=2022-11-20", "to=2022-10-15", "to=2021-01-01"],
  ...["country=NL", "country=TV", "not.country=IT", "country=NL&country=CA&country=FR", "country=IT&from=2022-09-01"],
  ...["country=IT&country=NL&not.country=NL&to=2022-12-31", "records=published", "box=170,-50,-60,60", ITALY],
  ...["records=published&from=2022-10-01&to=2023-03-31&country=NL&country=CA", "box=14,42,14.21,42.41"],
  ...["box=-11,35,30,60&from=2022-10-01&to=2022-12-31", "box=3,50,8,54&country=NL&records=published"],
  ...[`${STREET}&records=published`, STREET, "country=TV&records=published", "from=2023-01-01"],
];

const scopeOf = (query: string) => viewAt(dashboardFilter, urlOf(`/charts?${query}`));

/** Each link once: a chart and its table tell the same. */
const eachOnce = (told: readonly Told[]): Told[] => [
  ...new Map(told.map((one) => [`${one.count} ${one.href}`, one])).values(),
];

/** A figure that somebody gives is not a number of records: it leads to claims among which it is given. */
const isGiven = (href: string) => /^\/claims\?.*subject=station_count/.test(href);

async function listedAt(actor: Actor, { count, href }: Told): Promise<number> {
  if (!isGiven(href)) return totalAt(actor, href);
  const { items } = await listClaims(actor, { ...viewAt(claimFilter, urlOf(href)), limit: 100 });
  return items.some(({ valueNumber }) => valueNumber === count) ? count : Number.NaN;
}

/** The first views by each role, every further one by one of them in turn: what differs is what a role sees, not the view. */
const BOTH = 3;
const readersOf = (at: number) => (at < BOTH ? ROLES : ROLES.filter((_role, of) => of === at % ROLES.length));

test.each(VIEWS.flatMap((query, at) => readersOf(at).map((role, of) => [role, query, at + of] as const)))(
  "every number that a %s is told leads to a list of its length: ?%s",
  async (role, query, turn) => {
    const [actor, scope] = [actors[role], scopeOf(query)];
    for (const [name, read] of Object.entries(FIGURES)) {
      const all = eachOnce(await read(actor, scope, turn));
      const listed = await Promise.all(all.map((told) => listedAt(actor, told)));
      for (const [at, { count, href }] of all.entries()) expect.soft(listed[at], `${name}: ${href}`).toBe(count);
    }
  },
);

async function readOverviewNumbers(actor: Actor, country: string[]): Promise<Told[]> {
  const view = { ...overviewFilter.absent, country: onlyValues(...country) };
  const { figures, claimed, needs } = await readOverview(actor, view);
  const { documented, acted, denied, governments } = stateFigures(figures, scopeOfOverview(view));
  const told = [documented, acted, denied].map(({ value, href }) => ({ count: value, href }));
  const mine = recordsBehind("waiting", EVERYTHING, { state: onlyValues("in_review") });
  return [
    ...told,
    { count: governments.responses, href: governments.href },
    ...numbersIn(claimed),
    ...(needs ? [{ count: needs.toReview, href: mine }] : []),
  ];
}

/** Numbers of the first page, of countries and of the desk's work, with the links that their components give them. */
async function readWholeNumbers(actor: Actor): Promise<Told[]> {
  const [summary, unassigned, first, lines, desk, { drawn }] = await Promise.all([
    readSummary(actor),
    may(actor, "read drafts") ? countUnassigned(actor) : 0,
    Promise.all([readOverviewNumbers(actor, []), readOverviewNumbers(actor, ["IT"])]),
    listCountries(actor),
    readDeskFigures(actor),
    readDrawnMap(actor, mapFilter.absent),
  ]);
  const { stations, waiting } = summary;
  const to = (count: number, ...behind: Parameters<typeof recordsBehind>): Told => ({
    count,
    href: recordsBehind(...behind),
  });
  const isIn = (country: string) => ({ ...EVERYTHING, country: onlyValues(country) });
  const files = await Promise.all(["IT", "NL", "TV", "CN"].map((code) => findCountry(actor, code)));
  const works = waiting && [
    ...waiting.counts.map(({ kind, state, count }) =>
      to(count, "waiting", EVERYTHING, { kind: onlyValues(kind), state: onlyValues(state) }),
    ),
    ...GATE_REASONS.map((reason) =>
      to(waiting.reasons[reason], "waiting", EVERYTHING, {
        reason: onlyValues(reason),
        state: onlyValues("in_review"),
      }),
    ),
    ...waitingByState(desk.waiting).map(({ state, count }) =>
      to(count, "waiting", EVERYTHING, { state: onlyValues(state) }),
    ),
    to(unassigned, "waiting", EVERYTHING, { who: "unassigned" }),
    to(desk.replies.overdue, "asked", EVERYTHING, { status: onlyValues("overdue") }),
  ];
  const unexamined = countriesByCoverage(drawn.countries, EVERYTHING.country).not_examined.length;
  return [
    to(stations.published, "documented", EVERYTHING),
    to(stations.total, "onFile", EVERYTHING),
    to(stations.countries, "countries", EVERYTHING, { onFile: true }),
    to(unexamined, "countries", EVERYTHING, { coverage: onlyValues("not_examined") }),
    ...lines.map(({ country, stations: count }) => to(count, "onFile", isIn(country))),
    ...files.flatMap(({ country, totals }) => [
      to(totals.claims, "claims", isIn(country)),
      to(totals.evidence, "evidence", isIn(country)),
    ]),
    ...numbersIn(await Promise.all(ANSWER_FIGURES.map((name) => readFigure(actor, EVERYTHING, name, NOW)))),
    ...first.flat(),
    ...(works ?? []),
  ];
}

test.each(ROLES)("what a %s is told of everything leads to as many", async (role) => {
  const told = await readWholeNumbers(actors[role]);
  expect(told.length).toBeGreaterThan(100);
  for (const { count, href } of told.filter(({ href }) => !isGiven(href))) {
    expect.soft(await totalAt(actors[role], href), href).toBe(count);
  }
});

test("every kind of list was led to", () => {
  expect([...followed.keys()].sort()).toEqual(Object.keys(TOTALS).sort());
});
