import { afterEach, beforeAll, expect, test } from "vitest";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import type { Actor } from "@/lib/workflow/actor";
import { Connection } from "../../connection/connection";
import {
  makeActor,
  makeClaim,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makeStation,
  publishRecord,
} from "../../testing/make";
import { listClaims } from "../claims/claim-ledger";
import { listEvents } from "../events/events";
import { listEvidence } from "../evidence/evidence";
import { countEvidenceFacets } from "../evidence/evidence-facets";
import { listOrganizations } from "../organizations/organizations";
import { listStations } from "../stations/station-list";
import { clearTotals, readPageWithTotal, storedTotals } from "./list-totals";

const run = Connection.prototype.run;
afterEach(() => {
  Connection.prototype.run = run;
});

let editor: Actor;
let manager: Actor;

beforeAll(async () => {
  [editor, manager] = [await makeActor("editor"), await makeActor("manager")];
  await makeEvidence(editor, { slug: "src-1", published: "2022-10-25", countries: ["NL"] });
  await makeEvidence(editor, { slug: "src-2", published: "2022-11", countries: ["NL", "IT"] });
  await makeEvidence(editor, { slug: "src-3", published: null, countries: ["NL"] });
  await publishRecord("evidence", "src-1");
});

const DUTCH = evidenceFilter.parse(new URLSearchParams("country=NL&limit=2")).value;
const LISTS = {
  stations: [listStations, () => makeStation(editor)],
  organizations: [listOrganizations, () => makeOrganization(editor)],
  claims: [listClaims, () => makeClaim(editor)],
  events: [listEvents, () => makeEvent(editor)],
  evidence: [listEvidence, () => makeEvidence(editor)],
} as const;

/** How many statements count, of those that a call sends. */
async function countings(call: () => Promise<unknown>, does = /count\(|sum\(/): Promise<number> {
  let found = 0;
  Connection.prototype.run = function (text, ...rest) {
    if (does.test(text)) found += 1;
    return run.call(this, text, ...rest);
  };
  await call();
  Connection.prototype.run = run;
  return found;
}

test("a total is counted once for all pages and requests of a filter, and anew after a write", async () => {
  const first = await listEvidence(editor, DUTCH);
  expect(first).toMatchObject({ total: 3, items: { length: 2 } });
  const pages = [DUTCH, { ...DUTCH, after: first.next }, { ...DUTCH, sort: "changed" as const }];
  for (const page of pages) expect(await countings(() => listEvidence(editor, page))).toBe(0);
  expect((await listEvidence(editor, { ...DUTCH, after: first.next })).total).toBe(3);
  await makeEvidence(editor, { slug: "src-4", countries: ["NL"] });
  expect((await listEvidence(editor, { ...DUTCH, after: first.next })).total).toBe(4);
  expect(await countings(() => listEvidence(editor, DUTCH))).toBe(0);
});

test("what one role may see is never told to another, whoever asks first", async () => {
  for (const filter of [DUTCH, { ...DUTCH, country: undefined }]) {
    expect((await listEvidence(editor, filter)).total).toBe(4);
    expect((await listEvidence(manager, filter)).total).toBe(1);
    expect((await listEvidence(editor, { ...filter, records: "published" })).total).toBe(1);
  }
  await publishRecord("evidence", "src-2");
  expect((await listEvidence(manager, DUTCH)).total).toBe(2);
  expect((await countEvidenceFacets(manager, {})).country).toEqual([
    { value: "NL", label: null, count: 2 },
    { value: "IT", label: null, count: 1 },
  ]);
  expect((await countEvidenceFacets(editor, {})).country[0]?.count).toBe(4);
});

test("what a question finds is looked for once for all pages of a role, and anew after a write", async () => {
  const publisher = await makeOrganization(editor, { name: "Daily Quagga" });
  const items = [];
  for (const published of ["2021-03", "2021-02", "2021-01"]) {
    items.push(await makeEvidence(editor, { title: `Quagga of ${published}`, published }));
  }
  await makeEvidence(editor, { publisher: publisher.slug, published: "2020" });
  const asked = { q: "quagg", limit: 2 };
  const searches = (filter: object) => countings(() => listEvidence(editor, { ...asked, ...filter }), /tsquery/);
  const found = await listEvidence(editor, asked);
  expect(found).toMatchObject({ total: 4, items: [{ slug: items[0]?.slug }, { slug: items[1]?.slug }] });
  expect(await listEvidence(editor, asked)).toEqual(found);
  expect(await listEvidence(editor, asked)).toEqual(found);
  for (const filter of [{}, { after: found.next }]) expect(await searches(filter)).toBe(0);
  const rest = await listEvidence(editor, { ...asked, after: found.next });
  expect(rest).toMatchObject({ total: 4, next: null, items: [{ slug: items[2]?.slug }, {}] });
  expect((await listEvidence(manager, asked)).total).toBe(0);

  await publishRecord("evidence", items[2]?.slug ?? "");
  expect(await listEvidence(manager, asked)).toMatchObject({ total: 1, items: [{ slug: items[2]?.slug }] });
  expect(await listEvidence(manager, asked)).toMatchObject({ total: 1, items: [{ slug: items[2]?.slug }] });
  await makeEvidence(editor, { title: "Another quagga", published: "2022" });
  for (let time = 0; time < 3; time += 1) {
    const anew = await listEvidence(editor, asked);
    expect(anew).toMatchObject({ total: 5, items: [{ title: "Another quagga" }, { slug: items[0]?.slug }] });
  }
  expect(await searches({})).toBe(0);
});

test.each(Object.entries(LISTS))("every list counts anew after a write: %s", async (_name, [list, write]) => {
  const { total } = await list(editor, {});
  expect((await list(editor, {})).total).toBe(total);
  await write();
  const after = await list(editor, {});
  expect(after).toMatchObject({ total: after.items.length });
  expect(after.total).toBe(total + 1);
});

test("a page behind the last has the total, and totals are kept within bounds", async () => {
  const after = { at: "0001-01-01", id: "00000000-0000-4000-8000-000000000000" };
  for (const q of [undefined, "zzqq"])
    expect(await listEvidence(editor, { ...DUTCH, q, after })).toMatchObject({ items: [], total: q ? 0 : 4 });
  const nothing = { page: async () => [], count: async () => [{ total: 0, head: null }] };
  for (let n = 0; n < 2_100; n += 1) await readPageWithTotal("editor", ["none", { n }], nothing);
  expect(storedTotals()).toBe(2_000);
  clearTotals();
  const long = ["none", { q: "x".repeat(1_000) }] as const;
  const counted = { ...nothing, count: async () => [{ total: 7, head: null }] };
  for (let time = 0; time < 2; time += 1) {
    expect((await readPageWithTotal("editor", long, counted)).total).toBe(7);
    expect(storedTotals(), "a question of any length is not kept").toBe(0);
  }
});
