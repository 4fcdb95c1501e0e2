import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { TITLES } from "@/app/_server/problem";
import { SEARCH_KINDS } from "@/db/access/search/search";
import { chartsFilter } from "@/lib/charts/charts-filter";
import { rowsFilter } from "@/lib/charts/figure-file";
import { ANSWER_FIGURES, CHARTS, SUMMARY_FIGURES } from "@/lib/charts/figures";
import { claimFilter } from "@/lib/filters/claim-filter";
import { coverageFilter } from "@/lib/filters/coverage-filter";
import { eventFilter } from "@/lib/filters/event-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { mapFilter } from "@/lib/filters/map-filter";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { rangeFilter } from "@/lib/filters/range-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { encodeMapSpots } from "@/lib/map/map-spots";
import * as claim from "@/lib/records/claim";
import { coverageInput } from "@/lib/records/country-coverage";
import { LISTED_STATES } from "@/lib/records/editorial";
import { EVENT_KINDS, eventInput } from "@/lib/records/event";
import { CREDIBILITIES, EVIDENCE_KINDS, evidenceInput, SHARINGS } from "@/lib/records/evidence";
import { recordOf } from "@/lib/records/input";
import { ALIKE_KINDS, LIKENESS_FIELDS, LIKENESSES } from "@/lib/records/likeness";
import { ORGANIZATION_KINDS, organizationInput, RELIABILITIES } from "@/lib/records/organization";
import { REPLY_CHANNELS, replyRequestInput } from "@/lib/records/reply-request";
import { REPLY_STATUSES } from "@/lib/records/reply-status";
import { ANSWERS, RESPONSE_KINDS, responseInput } from "@/lib/records/response";
import { LOCATION_PRECISIONS, STATION_KINDS, stationInput } from "@/lib/records/station";
import { STATION_STATUSES } from "@/lib/records/status";
import { encodeTimelineData } from "@/lib/timeline/timeline-data";
import { LANES_BY, timelineDataFilter, timelineFilter } from "@/lib/timeline/timeline-filter";
import { WINDOWS } from "@/lib/timeline/timeline-window";

const root = join(import.meta.dirname, "../../..");
const doc = readFileSync(join(root, "docs/api.md"), "utf8");

const NOUNS = {
  stations: { input: stationInput, filter: stationFilter },
  evidence: { input: evidenceInput, filter: evidenceFilter },
  claims: { input: claim.claimInput, filter: claimFilter },
  responses: { input: responseInput, filter: responseFilter },
  replies: { input: replyRequestInput, filter: replyFilter },
  organizations: { input: organizationInput, filter: organizationFilter },
  events: { input: eventInput, filter: eventFilter },
  coverage: { input: coverageInput, filter: coverageFilter },
} as const;
const nouns = Object.entries(NOUNS);

const WORDS = {
  "record state": LISTED_STATES,
  "station kind": STATION_KINDS,
  "station status": STATION_STATUSES,
  "location precision": LOCATION_PRECISIONS,
  "evidence kind": EVIDENCE_KINDS,
  credibility: CREDIBILITIES,
  sharing: SHARINGS,
  "claim scope": claim.CLAIM_SCOPES,
  "claim position": claim.CLAIM_POSITIONS,
  "value bound": claim.VALUE_BOUNDS,
  assessment: claim.ASSESSMENTS,
  stance: claim.STANCES,
  derivation: claim.DERIVATIONS,
  "response kind": RESPONSE_KINDS,
  answer: ANSWERS,
  "reply status": REPLY_STATUSES,
  "reply channel": REPLY_CHANNELS,
  "organization kind": ORGANIZATION_KINDS,
  reliability: RELIABILITIES,
  "event kind": EVENT_KINDS,
  "search kind": SEARCH_KINDS,
} as const;

/** The text under a heading, up to the next one of its level or above. */
function under(heading: string, text = doc): string {
  const level = heading.split(" ")[0]?.length ?? 0;
  const [, after = ""] = `\n${text}`.split(`\n${heading}\n`);
  return after.split(new RegExp(`\\n#{1,${level}} `))[0] ?? "";
}
const firstColumn = (text: string) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);

/** The fields of an input, and of the rows in it: "stances[].evidence". */
function fieldsOf(schema: z.ZodType, before = ""): string[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
    before + name,
    ...fieldsOf(rowIn(field), `${before}${name}[].`),
  ]);
}
function rowIn(field: z.core.$ZodType): z.ZodType {
  if (field instanceof z.ZodPipe) return rowIn(field.def.out);
  if (field instanceof z.ZodDefault) return rowIn(field.def.innerType);
  return field instanceof z.ZodArray && field.def.element instanceof z.ZodObject ? field.def.element : z.unknown();
}

test("every route is described, and every route described is there", () => {
  const files = readdirSync(join(root, "app/api/v1"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith("/route.ts") && !file.includes("[..."),
  );
  const routes = files.flatMap((file) => {
    const path = `/api/v1/${file.slice(0, -"/route.ts".length).replace(/\[(\w+)\]/g, "<$1>")}`;
    const methods = readFileSync(join(root, "app/api/v1", file), "utf8").matchAll(/^export const ([A-Z]+) =/gm);
    return [...methods].map(([, method]) => `${method} ${path}`);
  });
  const described = [...doc.matchAll(/^- `([A-Z]+ \/api\/v1\/[^`?]+)`/gm)].map(([, route]) => route);
  expect(routes.length).toBeGreaterThan(20);
  expect(described.sort()).toEqual(routes.sort());
});

test.each(nouns)("the filters of %s are those of the doc", (path, { filter }) => {
  const keys = filter.keys.filter((key) => !key.startsWith("not."));
  expect(firstColumn(under("### Filters", under(`## ${path}`)))).toEqual(keys);
  const several = [...under("### Filters", under(`## ${path}`)).matchAll(/^\| `(\w+)` \| [^|]*several \|/gm)];
  expect(several.map(([, key]) => `not.${key}`)).toEqual(filter.keys.filter((key) => key.startsWith("not.")));
});

test("the timeline's filters and columns are those of the doc", async () => {
  const keys = timelineDataFilter.keys.filter((key) => !key.startsWith("not."));
  const [filters = "", columns = ""] = under("### Filters", under("## timeline")).split("| column |");
  expect(firstColumn(filters)).toEqual(keys);
  const named = [...columns.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
  expect(["total", "kinds", "places", "languages", ...named].sort()).toEqual(
    Object.keys(encodeTimelineData([], 0)).sort(),
  );
  const [, query = ""] = /GET \/api\/v1\/timeline\?(\S+)/.exec(under("## timeline")) ?? [];
  expect(timelineDataFilter.parse(new URLSearchParams(query)).problems).toEqual([]);
});

test("the map's filters and columns are those of the doc", () => {
  const keys = mapFilter.keys.filter((key) => !key.startsWith("not."));
  const [filters = "", columns = ""] = under("### Filters", under("## map")).split("| column |");
  expect(firstColumn(filters)).toEqual(keys);
  const named = [...columns.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
  expect(["undrawn", ...named].sort()).toEqual(Object.keys(encodeMapSpots([], 0)).sort());
  const [, query = ""] = /GET \/api\/v1\/map\?(\S+)/.exec(under("## map")) ?? [];
  expect(mapFilter.parse(new URLSearchParams(query)).problems).toEqual([]);
});

test("the filters and the names of figures are those of the doc", () => {
  const section = under("## figures");
  const keys = chartsFilter.keys.filter((key) => !key.startsWith("not."));
  expect(firstColumn(under("### Filters", section))).toEqual([...keys, "format", ...rowsFilter.keys]);
  const named = (text: RegExp) => [...(text.exec(section)?.[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(named(/`<name>` is ([^.]+)\./)).toEqual([...CHARTS]);
  expect(named(/a figure of `\/summary` \(([^)]+)\)/)).toEqual([...SUMMARY_FIGURES]);
  expect(named(/`lanes` \(([^)]+)\)/)).toEqual([...LANES_BY]);
  expect(named(/`scale` \(([^;]+);/)).toEqual([...WINDOWS]);
  expect(named(/of all responses in the report \(([^)]+)\)/)).toEqual([...ANSWER_FIGURES]);
  const filters = {
    claimed: chartsFilter,
    stations: stationFilter,
    timeline: timelineFilter,
    summary: summaryFilter,
    range: rangeFilter,
  };
  for (const [of, { parse }] of Object.entries(filters)) {
    const [, query = ""] = new RegExp(`GET /api/v1/figures/${of}[^?\\s]*\\?(\\S+)`).exec(section) ?? [];
    const params = new URLSearchParams(query);
    for (const key of ["format", ...rowsFilter.keys]) params.delete(key);
    expect([of, query, parse(params).problems]).toEqual([of, expect.stringContaining("="), []]);
  }
});

test.each(nouns)("the fields of %s are those of the doc", (path, { input }) => {
  expect(firstColumn(under("### Fields", under(`## ${path}`)))).toEqual(fieldsOf(input));
});

test.each(nouns)("the examples of %s are accepted", (path, { input, filter }) => {
  const section = under(`## ${path}`);
  const [, body = ""] = /```json\nPOST \S+\n([^`]+)```/.exec(section) ?? [];
  expect(recordOf(input as z.ZodType).safeParse(JSON.parse(body)).error).toBeUndefined();
  const [, query = ""] = new RegExp(`GET /api/v1/${path}\\?(\\S+)`).exec(section) ?? [];
  expect(query).not.toBe("");
  expect(filter.parse(new URLSearchParams(query)).problems).toEqual([]);
});

test("what is held against each other, and what it may have in common, are those of the doc", () => {
  const section = under("## alike");
  const words = (line: RegExp) => [...(line.exec(section)?.[1] ?? "").matchAll(/`(\w+)`/g)].map(([, word]) => word);
  expect(words(/^\| `record` \| one word \| (.+) \|$/m)).toEqual(ALIKE_KINDS);
  const fields = [...section.matchAll(/^\| ((?:`\w+`(?:, )?)+) \| text \|/gm)].map(([, names = ""]) =>
    names.match(/\w+/g),
  );
  expect(fields).toEqual(ALIKE_KINDS.map((kind) => LIKENESS_FIELDS[kind]));
  expect(words(/the surest first: ([^.]+)\./)).toEqual([...LIKENESSES]);
});

test("the statuses are those that the API answers", () => {
  const named = [...under("## Statuses").matchAll(/^\| (\d{3}) \| ([^|]+?) \|/gm)].map(([, status, title]) => [
    status,
    title,
  ]);
  const failures = named.filter(([status]) => Number(status) >= 400);
  expect(failures).toEqual(Object.entries(TITLES));
  expect(named.map(([status]) => status).filter((status) => Number(status) < 400)).toEqual(["200", "201", "308"]);
});

test("the words are those of the vocabularies", () => {
  const lines = [...under("## Words").matchAll(/^- \*\*([^*]+)\*\*: (.+)$/gm)];
  const listed = lines.map(([, name, words = ""]) => [
    name,
    [...words.matchAll(/`([^`]+)`/g)].map(([, word]) => word),
  ]);
  expect(Object.fromEntries(listed)).toEqual(WORDS);
});
