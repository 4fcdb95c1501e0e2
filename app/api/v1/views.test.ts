import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import type { Role } from "@/lib/workflow/actor";
import * as removal from "./views/[id]/removal/route";
import * as views from "./views/route";

const SECRET = "a secret of this test";
const tokens = {} as Record<Role, string>;
const BASE = "http://desk.example/api/v1/views";
const NOWHERE = { params: Promise.resolve({}) } as { params: Promise<Record<string, never>> };

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  for (const role of ["editor", "reporter", "manager"] as const) {
    const actor = await makeActor(role);
    tokens[role] = await encode({ token: { sid: await openSession(actor.id) }, secret: SECRET });
  }
  await db.update(people).set({ passwordHash: "may sign in" });
});

const enter = (role: Role | null) => {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
};
const json = (body: unknown) =>
  new Request(BASE, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
const view = { list: "claims", name: "Italy", query: "country=IT", isShared: true, isRelative: false };
const save = (more: Record<string, unknown> = {}) => views.POST(json({ ...view, ...more }), NOWHERE);
const listed = async (query = "?list=claims") => (await views.GET(new Request(BASE + query), NOWHERE)).json();

test("a view is saved, found by the desk as its list takes it, and forgotten by its owner", async () => {
  enter("editor");
  const answer = await save({ query: "after=&country=IT&country=FR" });
  expect(answer.status).toBe(201);
  const { id } = await answer.json();
  expect(await listed()).toEqual({
    items: [{ ...view, id, query: "country=FR&country=IT", owner: null, isAlerting: false }],
  });
  expect(await listed("?list=events")).toEqual({ items: [] });
  enter("reporter");
  expect(await listed("")).toMatchObject({ items: [{ id, owner: expect.any(String) }] });
  const forget = () => removal.POST(json({}), { params: Promise.resolve({ id }) });
  expect((await forget()).status).toBe(404);
  enter("manager");
  expect(await listed("")).toEqual({ items: [] });
  enter("editor");
  expect((await forget()).status).toBe(200);
  expect(await listed("")).toEqual({ items: [] });
});

test("what a list does not take is refused by name, and so is sharing by a manager and whoever is not signed in", async () => {
  enter("editor");
  const refused = await save({ query: "country=XX&colour=red" });
  expect(refused.status).toBe(400);
  expect(Object.keys((await refused.json()).errors).sort()).toEqual(["colour", "country"]);
  expect((await save({ list: "coverage" })).status).toBe(422);
  enter("manager");
  expect((await save()).status).toBe(403);
  expect((await save({ isShared: false })).status).toBe(201);
  enter(null);
  expect((await save()).status).toBe(401);
});
