import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor, makeOrganization, publishRecord } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import type { Role } from "@/lib/workflow/actor";
import * as resolve from "./comments/[id]/resolve/route";
import * as comment from "./comments/[id]/route";
import * as takeBack from "./comments/[id]/take-back/route";
import * as comments from "./comments/route";
import * as follows from "./follows/route";
import * as desk from "./people/route";

const SECRET = "a secret of this test";
const tokens = {} as Record<Role, string>;
const names = {} as Record<Role, string>;
let slug: string;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  for (const role of ["editor", "reporter", "manager"] as const) {
    const actor = await makeActor(role);
    names[role] = actor.name;
    tokens[role] = await encode({ token: { sid: await openSession(actor.id) }, secret: SECRET });
    if (role === "editor") slug = (await makeOrganization(actor)).slug;
  }
  await db.update(people).set({ passwordHash: "may sign in" });
  await publishRecord("organization", slug);
});

const enter = (role: Role | null) => {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
};
beforeEach(() => enter("editor"));

const BASE = "http://desk.example/api/v1";
const NOWHERE = { params: Promise.resolve({}) } as { params: Promise<Record<string, never>> };
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const json = (body: unknown, method = "POST") =>
  new Request(BASE, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const subject = () => ({ kind: "organization", slug });
const list = (query = "") =>
  comments.GET(new Request(`${BASE}/comments?kind=organization&slug=${slug}${query}`), NOWHERE);
const write = (more: Record<string, unknown>) => comments.POST(json({ ...subject(), ...more }), NOWHERE);
const written = async (more: Record<string, unknown>) => ((await (await write(more)).json()) as { id: string }).id;

test("a comment is written, answered, edited, resolved and taken back", async () => {
  const id = await written({ body: `@${names.reporter}, is that its name?`, field: "name" });
  enter("reporter");
  expect((await write({ body: "It is.", parent: id })).status).toBe(201);
  expect((await comment.PATCH(json({ body: "Mine" }, "PATCH"), at(id))).status).toBe(403);
  expect((await resolve.POST(json({ resolved: true }), at(id))).status).toBe(200);
  enter("editor");
  expect((await comment.PATCH(json({ body: "Is that its name?" }, "PATCH"), at(id))).status).toBe(200);
  const all = await (await list("&field=name")).json();
  expect(all).toMatchObject({ total: 2, fields: { name: 2 }, following: { cause: "commenter" } });
  expect(all.items[0]).toMatchObject({ body: "Is that its name?", resolvedBy: names.reporter });
  expect((await takeBack.POST(json({}), at(id))).status).toBe(200);
  expect((await comment.PATCH(json({ body: "Again" }, "PATCH"), at(id))).status).toBe(409);
});

test("people are found by name or handle, and nothing else of them is told", async () => {
  const { items } = await (await desk.GET(new Request(`${BASE}/people?q=report`), NOWHERE)).json();
  expect(items).toEqual([{ id: expect.any(String), name: names.reporter, handle: names.reporter, role: "reporter" }]);
  const managers = await (await desk.GET(new Request(`${BASE}/people?q=manager`), NOWHERE)).json();
  expect(managers.items).toEqual([]);
});

test("following is chosen and stopped", async () => {
  const ask = async (wanted: boolean) =>
    (await follows.POST(json({ ...subject(), follows: wanted }), NOWHERE)).json();
  expect(await ask(false)).toEqual({ cause: null });
  expect(await ask(true)).toEqual({ cause: "chosen" });
});

test.each([
  ["no subject", () => comments.GET(new Request(`${BASE}/comments`), NOWHERE), 400],
  [
    "a kind that can't be discussed",
    () => comments.GET(new Request(`${BASE}/comments?kind=waiver&slug=a`), NOWHERE),
    400,
  ],
  ["an unknown key", () => list("&colour=red"), 400],
  ["an unknown key of people", () => desk.GET(new Request(`${BASE}/people?name=a`), NOWHERE), 400],
  ["no words", () => write({ body: " " }), 422],
  ["an unknown field", () => write({ body: "A", field: "colour" }), 422],
  ["a parent that is none", () => write({ body: "A", parent: "11111111-1111-4111-8111-111111111111" }), 422],
  ["an id that none can have", () => comment.PATCH(json({ body: "A" }, "PATCH"), at("1")), 404],
  [
    "a comment that is not there",
    () => resolve.POST(json({ resolved: true }), at("11111111-1111-4111-8111-111111111111")),
    404,
  ],
  [
    "neither resolved nor open",
    () => resolve.POST(json({ resolved: "yes" }), at("11111111-1111-4111-8111-111111111111")),
    422,
  ],
])("%s is refused", async (_what, ask, status) => {
  expect((await ask()).status).toBe(status);
});

test("a manager gets nothing by asking, and whoever is not signed in a 401", async () => {
  const id = await written({ body: "Between us." });
  const requests = () => [
    list(),
    comments.GET(new Request(`${BASE}/comments?kind=event&slug=nowhere`), NOWHERE),
    write({ body: "Hello" }),
    comment.PATCH(json({ body: "Hello" }, "PATCH"), at(id)),
    resolve.POST(json({ resolved: true }), at(id)),
    takeBack.POST(json({}), at(id)),
    follows.POST(json({ ...subject(), follows: true }), NOWHERE),
    desk.GET(new Request(`${BASE}/people`), NOWHERE),
  ];
  for (const [role, status] of [
    ["manager", 403],
    [null, 401],
  ] as const) {
    enter(role);
    for (const answer of await Promise.all(requests())) {
      expect(answer.status).toBe(status);
      expect(await answer.text()).not.toContain("Between us");
    }
  }
});
