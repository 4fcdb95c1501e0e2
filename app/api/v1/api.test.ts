import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { idempotencyKeys, people, revisions } from "@/db/schema";
import { makeActor, makeEvidence, makeOrganization, makePublishedStation, publishRecord } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import { startPrivateServer } from "@/db/testing/server";
import type { Actor, Role } from "@/lib/workflow/actor";
import * as alike from "./alike/route";
import * as claim from "./claims/[slug]/route";
import * as claims from "./claims/route";
import * as takeBack from "./comments/[id]/take-back/route";
import * as comments from "./comments/route";
import * as examination from "./coverage/[slug]/route";
import * as coverage from "./coverage/route";
import * as event from "./events/[slug]/route";
import * as events from "./events/route";
import * as item from "./evidence/[slug]/route";
import * as evidence from "./evidence/route";
import * as organization from "./organizations/[slug]/route";
import * as organizations from "./organizations/route";
import * as proposal from "./proposals/[slug]/route";
import * as proposals from "./proposals/route";
import * as response from "./responses/[slug]/route";
import * as responses from "./responses/route";
import * as station from "./stations/[slug]/route";
import * as stations from "./stations/route";
import * as transitions from "./transitions/route";

const SECRET = "a secret of this test";
const tokens = {} as Record<Role, string>;
let editor: Actor;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  for (const role of ["editor", "reporter", "manager"] as const) {
    const actor = await makeActor(role);
    if (role === "editor") editor = actor;
    await db.update(people).set({ passwordHash: "may sign in" });
    tokens[role] = await encode({ token: { sid: await openSession(actor.id) }, secret: SECRET });
  }
});

type Listed = { items: { slug: string }[]; total: number; next: string | null };

const enter = (role: Role | null) => {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
};
beforeEach(() => enter("editor"));

const BASE = "http://desk.example/api/v1/organizations";
const NOWHERE = { params: Promise.resolve({}) } as { params: Promise<Record<string, never>> };
const at = (slug: string) => ({ params: Promise.resolve({ slug }) });
const json = (body: unknown, headers: Record<string, string> = {}, method = "POST") =>
  new Request(BASE, {
    method,
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
const record = (body: unknown, headers?: Record<string, string>) => organizations.POST(json(body, headers), NOWHERE);
const revise = (slug: string, body: unknown, headers?: Record<string, string>) =>
  organization.PATCH(json(body, headers, "PATCH"), at(slug));
const list = (query = "") => organizations.GET(new Request(`${BASE}?${query}`), NOWHERE);
const total = async (query: string) => ((await (await list(query)).json()) as { total: number }).total;

// A server of its own is made for it.
test("an outage of the database is a 503 that says when to come back, never an empty list", async () => {
  const server = await startPrivateServer();
  vi.stubEnv("DATABASE_URL", server.url("postgres"));
  await server.stop();
  try {
    for (const answer of [await list(), await record({ name: "A", kind: "ngo" })]) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ status: 503, title: "Unavailable" });
    }
  } finally {
    vi.unstubAllEnvs();
    vi.stubEnv("NEXTAUTH_SECRET", SECRET);
    await server.destroy();
  }
  expect((await list()).status).toBe(200);
});

test("a new record is a draft, with its address; what is asked for again is the same record", async () => {
  const made = await record({ name: "Ministry of Tests", kind: "ministry", country: "nl", reason: "For the API" });
  expect(made.status).toBe(201);
  expect(made.headers.get("location")).toBe("/api/v1/organizations/ministry-of-tests");
  expect(made.headers.get("cache-control")).toBe("no-store");
  expect(await made.json()).toEqual({ slug: "ministry-of-tests", version: 1, effect: "recorded" });
  const found = await organization.GET(new Request(`${BASE}/ministry-of-tests`), at("ministry-of-tests"));
  expect(await found.json()).toMatchObject({ name: "Ministry of Tests", country: "NL", state: "draft", version: 1 });
});

test("the same key twice is one record and one answer, also when both come at once", async () => {
  const body = { name: "Sent twice", kind: "ngo" };
  const twins = await Promise.all([1, 2, 3].map(() => record(body, { "idempotency-key": "k-1" })));
  const answers = await Promise.all(
    [...twins, await record(body, { "idempotency-key": "k-1" })].map((r) => r.json()),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await total("q=%22sent twice%22")).toBe(1);
});

test("the same name sent by several at once is as many records, each with a name of its own", async () => {
  const twins = await Promise.all(
    [1, 2, 3].map(() => record({ name: "At once", kind: "ngo", distinctFrom: ["at-once", "at-once-2"] })),
  );
  const slugs = await Promise.all(twins.map(async (twin) => ((await twin.json()) as { slug: string }).slug));
  expect(slugs.sort()).toEqual(["at-once", "at-once-2", "at-once-3"]);
});

test("a key that comes back with another body is refused, and another person's key is another key", async () => {
  await record({ name: "First of the key", kind: "ngo" }, { "idempotency-key": "k-2" });
  const other = await record({ name: "Second of the key", kind: "ngo" }, { "idempotency-key": "k-2" });
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ errors: { "Idempotency-Key": expect.stringMatching(/\w/) } });
  enter("reporter");
  expect((await record({ name: "Third of the key", kind: "ngo" }, { "idempotency-key": "k-2" })).status).toBe(201);
  expect(await total("q=%22of the key%22")).toBe(2);
});

test("the same key twice is one change and one answer, also when both come at once, and after later changes", async () => {
  const { slug } = await makeOrganization(editor, { name: "Changed twice" });
  const change = () => revise(slug, { basedOn: 1, name: "Changed once" }, { "idempotency-key": "p-1" });
  const twins = await Promise.all([change(), change(), change()]);
  expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await revise(slug, { basedOn: 2, name: "Changed again" })).status).toBe(200);
  const answers = await Promise.all([...twins, await change()].map((answer) => answer.text()));
  expect(new Set(answers)).toEqual(new Set([JSON.stringify({ slug, version: 2, effect: "revised" })]));
  const found = await organization.GET(new Request(`${BASE}/${slug}`), at(slug));
  expect(await found.json()).toMatchObject({ name: "Changed again", version: 3 });
  expect((await revise(slug, { basedOn: 3, name: "Other" }, { "idempotency-key": "p-1" })).status).toBe(422);
  const early = { "idempotency-key": "p-2" };
  expect((await revise(slug, { basedOn: 2, name: "Too late" }, early)).status, "what failed is not kept").toBe(409);
  expect((await revise(slug, { basedOn: 3, name: "In time" }, early)).status).toBe(200);
});

test("whatever writes takes a key: what is said, planned and decided has one effect", async () => {
  const { slug } = await makeOrganization(editor, { name: "Talked about" });
  const subject = { kind: "organization", slug };
  const once = { "idempotency-key": "w-1" };
  const said = await Promise.all([1, 2].map(() => comments.POST(json({ ...subject, body: "Once" }, once), NOWHERE)));
  const [first, second] = await Promise.all(said.map((answer) => answer.text()));
  expect([said[0]?.status, second]).toEqual([201, first]);
  const { id } = JSON.parse(first ?? "") as { id: string };
  const retake = () => takeBack.POST(json({}, { "idempotency-key": "w-2" }), { params: Promise.resolve({ id }) });
  expect([(await retake()).status, (await retake()).status]).toEqual([200, 200]);
  const submit = () =>
    transitions.POST(json({ ...subject, step: "submit", basedOn: 1 }, { "idempotency-key": "w-3" }), NOWHERE);
  const steps = [await submit(), await submit()];
  expect(await Promise.all(steps.map((answer) => answer.text()))).toEqual(
    Array(2).fill(JSON.stringify({ ...subject, step: "submit" })),
  );
  expect((await transitions.POST(json({ ...subject, step: "submit", basedOn: 2 }), NOWHERE)).status).not.toBe(200);
  const written = await db.select().from(revisions);
  const submitted = written.filter((row) => row.action === "organization.submit" && row.snapshot.slug === slug);
  expect(submitted).toHaveLength(1);
});

test("a key is forgotten after thirty days, two with each that comes", async () => {
  const [{ personId } = { personId: editor.id }] = await db.select().from(idempotencyKeys).limit(1);
  const past = Array.from({ length: 3 }, (_, n) => ({
    ...{ personId, key: `past-${n}`, requestHash: "", answer: {} },
    createdAt: "2020-01-01T00:00:00Z",
  }));
  await db.insert(idempotencyKeys).values(past);
  const before = await db.$count(idempotencyKeys);
  await record({ name: "One more key", kind: "ngo" }, { "idempotency-key": "k-now" });
  expect(await db.$count(idempotencyKeys)).toBe(before + 1 - 2);
  await record({ name: "Yet one more key", kind: "ngo" }, { "idempotency-key": "k-then" });
  expect(await db.$count(idempotencyKeys)).toBe(before + 2 - 3);
});

test("a change names the version it was made from; a stale one gets both versions", async () => {
  const { slug } = await makeOrganization(editor, { name: "Before", url: "https://before.example" });
  const changed = await revise(slug, { basedOn: 1, name: "After", reason: "A typing error" });
  expect(await changed.json()).toEqual({ slug, version: 2, effect: "revised" });
  const stale = await revise(slug, { basedOn: 1, name: "Mine" });
  expect(stale.status).toBe(409);
  expect(await stale.json()).toMatchObject({
    status: 409,
    version: 2,
    current: { name: "After", url: "https://before.example" },
    yours: { basedOn: 1, name: "Mine" },
  });
  expect(await (await revise(slug, { basedOn: 2, name: "After" })).json()).toMatchObject({ effect: "unchanged" });
});

test("of two changes made from one version at once, one is stored and one is a conflict", async () => {
  const { slug } = await makeOrganization(editor);
  const both = await Promise.all(["One", "Other"].map((name) => revise(slug, { basedOn: 1, name })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("a published record is not changed in place", async () => {
  const { slug } = await makeOrganization(editor);
  await publishRecord("organization", slug);
  expect((await revise(slug, { basedOn: 4, name: "Other" })).status).toBe(403);
});

test("two that are one are proposed to be so, and the old address leads on, query and all", async () => {
  for (const name of ["Cable news", "Cable news twin"]) await record({ name, kind: "news_outlet" });
  const asked = { kind: "organization", slug: "cable-news", basedOn: 1, reason: "The same" };
  const propose = (more: object) => proposals.POST(json({ ...asked, ...more }), NOWHERE);
  const absorbs = { slug: "cable-news-twin", version: 1 };
  expect((await propose({})).status).toBe(422);
  expect((await propose({ absorbs, changes: { note: "New" } })).status).toBe(422);
  expect((await propose({ absorbs: { ...absorbs, version: 2 } })).status).toBe(409);
  enter("manager");
  expect((await propose({ absorbs })).status).toBe(403);
  enter("reporter");
  const { slug } = (await (await propose({ absorbs })).json()) as { slug: string };
  const file = await proposal.GET(new Request(BASE), at(slug));
  expect(await file.json()).toMatchObject({
    after: { alternateNames: ["Cable news twin"] },
    merge: { undoes: false, other: "cable-news-twin", moved: { records: [] }, refused: null },
  });
  const step = (name: string, basedOn: number) =>
    transitions.POST(json({ kind: "proposal", slug, step: name, basedOn }), NOWHERE);
  expect((await step("submit", 1)).status).toBe(200);
  enter("editor");
  expect((await step("approve", 2)).status).toBe(200);

  const old = `${BASE}/cable-news-twin`;
  const led = await organization.GET(new Request(`${old}?at=2022`), at("cable-news-twin"));
  expect([led.status, led.headers.get("location")]).toEqual([308, "/api/v1/organizations/cable-news?at=2022"]);
  const change = { method: "PATCH", body: JSON.stringify({ basedOn: 1, note: "x" }) };
  const patched = new Request(old, { ...change, headers: { "content-type": "application/json" } });
  expect((await organization.PATCH(patched, at("cable-news-twin"))).status).toBe(308);
  // Neither was ever published: for a manager there is no such address.
  enter("manager");
  expect((await organization.GET(new Request(old), at("cable-news-twin"))).status).toBe(404);
});

test.each([
  ["an unknown key", { name: "A", kind: "ngo", colour: "red" }, { colour: "This field does not exist." }],
  ["a missing field", { kind: "ngo" }, { name: "Fill this in." }],
  ["a wrong word", { name: "A", kind: "club" }, { kind: "Choose one of the options." }],
])("%s is said beside its field", async (_what, body, errors) => {
  const answer = await record(body);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ type: "urn:wederhoor:problem:invalid", errors });
});

test("a name where a slug is wanted is refused, never left out", async () => {
  const named = { title: "Buren", kind: "article", publisher: "De Telegraaf", stations: ["Amsterdam Noord"] };
  const answer = await evidence.POST(json(named), NOWHERE);
  expect(answer.status).toBe(422);
  expect(Object.keys(((await answer.json()) as { errors: object }).errors)).toEqual(["publisher", "stations.0"]);
  const unknown = await evidence.POST(json({ ...named, publisher: "de-telegraaf", stations: [] }), NOWHERE);
  expect(await unknown.json()).toMatchObject({ status: 422, errors: { publisher: expect.stringMatching(/\w/) } });
});

test.each([
  ["no body that can be read", () => record("{"), 400],
  ["no JSON", () => record("a=1", { "content-type": "application/x-www-form-urlencoded" }), 415],
  ["another site", () => record({ name: "A", kind: "ngo" }, { origin: "https://evil.example" }), 403],
  ["another site's form", () => record({ name: "A", kind: "ngo" }, { "sec-fetch-site": "cross-site" }), 403],
  [
    "a change of an unknown field",
    async () => revise((await makeOrganization(editor)).slug, { basedOn: 1, x: 1 }),
    422,
  ],
  ["no version named", () => revise("nobody", { name: "A" }), 422],
  ["no such record", () => revise("nobody", { basedOn: 1, name: "A" }), 404],
  ["a name that none can have", () => organization.GET(new Request(BASE), at("No\0body")), 404],
  ["an unknown filter", () => list("colour=red"), 400],
  ["a filter's unknown value", () => list("country=XX"), 400],
  ["too long a page", () => list("limit=101"), 400],
  ["another list's cursor", () => list("after=abc"), 400],
])("%s is refused", async (_what, ask, status) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
});

test("who is not signed in gets a 401, a manager a 403 for writes and only what is published", async () => {
  await makePublishedStation(editor);
  const all = await total("");
  enter(null);
  for (const answer of [await list(), await record({ name: "A", kind: "ngo" }), await revise("a", { basedOn: 1 })]) {
    expect(answer.status).toBe(401);
  }
  enter("manager");
  expect((await record({ name: "A", kind: "ngo" })).status).toBe(403);
  expect((await record({ kind: "nonsense" })).status).toBe(403);
  expect((await revise("ministry-of-tests", { basedOn: 1 })).status).toBe(403);
  expect(await total("")).toBeLessThan(all);
  expect(await total("")).toBeGreaterThan(0);
  const draft = await organization.GET(new Request(BASE), at("ministry-of-tests"));
  expect(draft.status).toBe(404);
});

test("a slip of the year is refused in its field, and what may be one is answered as a warning", async () => {
  const create = async (body: object) => {
    const answer = await stations.POST(json({ name: "Utrecht", kind: "other", country: "NL", ...body }), NOWHERE);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const refused = await create({ firstReported: "2999-11-01" });
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: { firstReported: expect.stringContaining("future") } },
  });
  const odd = { firstReported: "1922", latitude: 5.12, longitude: 52.09, locationPrecision: "city" };
  expect(await create(odd)).toMatchObject({ status: 201, body: { warnings: ["far_past", "place_swapped"] } });
  expect((await create({})).body).not.toHaveProperty("warnings");
});

test("what may be on file already is a 422 that names it, until it is said to be another", async () => {
  await makeOrganization(editor, { slug: "al-anwar", name: "Al-Anwar", url: "https://al-anwar.example" });
  const body = { name: "al anwar", kind: "news_outlet", url: "http://www.al-anwar.example/about" };
  const found = { kind: "organization", slug: "al-anwar", title: "Al-Anwar", likenesses: ["name", "site"] };
  const refused = await record(body);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: { distinctFrom: expect.any(String) }, alike: [found] });
  const ask = async (query: Record<string, string>) => {
    const answer = await alike.GET(new Request(`${BASE}?${new URLSearchParams(query)}`), NOWHERE);
    return [answer.status, await answer.json()];
  };
  expect(await ask({ record: "organization", ...body, country: "still typing" })).toEqual([200, { items: [found] }]);
  expect((await record({ ...body, distinctFrom: ["al-anwar"] })).status).toBe(201);
  const second = { ...body, url: "", slug: "al-anwar-2", record: "organization" };
  expect(await ask(second)).toEqual([200, { items: [] }]);
  expect(await ask({ record: "claim" })).toMatchObject([400, { errors: { record: expect.any(String) } }]);
  expect(await ask({ record: "station", title: "A" })).toMatchObject([
    400,
    { errors: { title: expect.any(String) } },
  ]);
  enter("manager");
  expect(await ask({ record: "organization", ...body })).toEqual([200, { items: [] }]);
});

test("the checklist names what each of its lines counted, to the desk alone", async () => {
  const { station, source, answer } = await makePublishedStation(editor);
  const ask = () =>
    transitions.GET(new Request(`http://desk.example/api/v1/transitions?kind=station&slug=${station.slug}`), NOWHERE);
  const { checklist } = (await (await ask()).json()) as { checklist: unknown[] };
  const counted = (kind: string, slug: string) => [expect.objectContaining({ kind, slug })];
  expect(checklist).toContainEqual(
    expect.objectContaining({ key: "sources", standing: "met", records: counted("evidence", source.slug) }),
  );
  expect(checklist).toContainEqual(
    expect.objectContaining({ key: "heard", records: counted("response", answer.slug) }),
  );
  enter("manager");
  expect((await ask()).status).toBe(403);
});

test("a page ends with the place where the next begins, and the total counts all pages", async () => {
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page = (await (await list(`limit=2${next && `&after=${next}`}`)).json()) as Listed;
    seen.push(...page.items.map(({ slug }) => slug));
    next = page.next;
    if (next === null) expect(seen.length).toBe(page.total);
  }
  expect(new Set(seen).size).toBe(seen.length);
});

test.each([
  [
    "stations",
    stations,
    station,
    { name: "Amsterdam", kind: "contact_point", country: "NL", firstReported: "2022-09" },
  ],
  ["evidence", evidence, item, { title: "An article", kind: "article", published: "2022-10~" }],
  ["claims", claims, claim, { proposition: "There is one", subject: "station_exists", scope: "global" }],
  ["responses", responses, response, { authority: "api-ministry", kind: "denial", summary: "No", given: "2022-11" }],
  ["organizations", organizations, organization, { name: "The desk", kind: "ngo", alternateNames: ["Desk"] }],
  ["events", events, event, { title: "A day", kind: "publication", occurred: "2022" }],
  ["coverage", coverage, examination, { country: "PL", evidence: ["api-source"], asOf: "2022-10" }],
])("%s can be recorded, found, revised and listed", async (path, all, one, body) => {
  if (path === "coverage") await makeEvidence(editor, { slug: "api-source" });
  if (path === "responses") await makeOrganization(editor, { slug: "api-ministry", kind: "ministry" });
  const repeated = () => all.POST(json(body, { "idempotency-key": `noun-${path}` }), NOWHERE);
  const made = await repeated();
  expect(made.status).toBe(201);
  const { slug } = (await made.json()) as { slug: string };
  expect(await (await repeated()).json()).toMatchObject({ slug });
  const found = await (await one.GET(new Request(BASE), at(slug))).json();
  expect(found).toMatchObject({ slug, version: 1, state: "draft" });
  const changed = await one.PATCH(json({ basedOn: 1, note: "Checked" }, {}, "PATCH"), at(slug));
  expect(await changed.json()).toEqual({ slug, version: 2, effect: "revised" });
  const after = await (await one.GET(new Request(BASE), at(slug))).json();
  expect(after).toMatchObject({
    ...found,
    version: 2,
    note: "Checked",
    ...("updatedAt" in after && { updatedAt: after.updatedAt }),
  });
  const page = (await (await all.GET(new Request(`${BASE}?state=draft&limit=100`), NOWHERE)).json()) as Listed;
  expect(page.items.map((row) => row.slug)).toContain(slug);
  expect(page).toMatchObject({ total: page.items.length, next: null });
});

test("coverage is recorded by the desk with evidence, refused to a manager, and listed country by country", async () => {
  await makeEvidence(editor, { slug: "looked-and-found-none" });
  const send = (body: unknown) => coverage.POST(json(body), NOWHERE);
  const read = async (query: string) =>
    (await (await coverage.GET(new Request(`${BASE}?${query}`), NOWHERE)).json()) as Listed;
  const evidence = ["looked-and-found-none"];
  enter("reporter");
  for (const country of ["SE", "FI", "SE"]) expect((await send({ country, evidence })).status).toBe(201);
  const first = await read("country=SE&country=FI&limit=2");
  expect(first).toMatchObject({ total: 3, items: [{ country: "FI" }, { country: "SE" }] });
  const second = await read(`country=SE&country=FI&limit=2&after=${first.next}`);
  expect(second).toMatchObject({ total: 3, next: null, items: [{ country: "SE" }] });
  expect(new Set([...first.items, ...second.items].map(({ slug }) => slug)).size).toBe(3);
  const wrong = await send({ country: "XX", asOf: "last year", evidence: [] });
  expect(wrong.status).toBe(422);
  expect(Object.keys(((await wrong.json()) as { errors: object }).errors).sort()).toEqual([
    "asOf",
    "country",
    "evidence",
  ]);
  expect((await send({ country: "SE", evidence: ["nobody-has-this"] })).status).toBe(422);
  enter("manager");
  expect((await send({ country: "SE", evidence })).status).toBe(403);
  expect(await read("country=SE")).toMatchObject({ total: 0, items: [] });
});
