import { parse } from "csv-parse/sync";
import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/sessions";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor, makePublishedStation, makeStation } from "@/db/testing/make";
import type { Role } from "@/lib/actor";
import { CHARTS } from "@/lib/charts-filter";
import { GET } from "./pictures/[name]/route";

// The one thing that only Next can give: the cookies of the request that is being answered.
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined) }),
  headers: async () => new Headers({ host: "desk.example" }),
}));
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server"));

const SECRET = "a secret of this test";
const tokens = {} as Record<Role, string>;
const enter = (role: Role | null) => {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
};

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  for (const role of ["editor", "manager"] as const) {
    const actor = await makeActor(role);
    await db.update(people).set({ passwordHash: "may sign in" });
    tokens[role] = await encode({ token: { sid: await openSession(actor.id) }, secret: SECRET });
  }
  const editor = await makeActor("editor");
  await makePublishedStation(editor, { country: "IT" });
  await makeStation(editor, { country: "IT" });
});
beforeEach(() => enter("editor"));

const ask = (name: string, query = "") =>
  GET(new Request(`http://desk.example/api/v1/pictures/${name}?${query}`), { params: Promise.resolve({ name }) });

type File = {
  filter: string;
  revision: { seq: number; hash: string };
  rows: Record<string, unknown>[];
};

test("nobody who is not signed in gets a figure; a picture that is none is not found", async () => {
  expect((await ask("claims")).status).toBe(404);
  enter(null);
  expect((await ask("claimed")).status).toBe(401);
});

test("what the address does not mean is refused, not left out", async () => {
  for (const query of ["countries=IT", "country=XX", "format=xml", "from=yesterday", "format=csv&format=json"]) {
    expect([query, (await ask("claimed", query)).status]).toEqual([query, 400]);
  }
});

test("every picture has its figures with their definition and revision, in both forms", async () => {
  for (const name of CHARTS) {
    const json = (await (await ask(name, "format=json")).json()) as File;
    expect(json).toMatchObject({ name, definition: expect.any(String), licence: expect.any(String) });
    expect(json.revision.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const answer = await ask(name, "format=csv");
    expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
    const lines = parse(await answer.text(), { bom: true, relax_column_count: true }) as string[][];
    expect(lines.find(([key]) => key === "# filter")?.[1]).toBe(json.filter);
    expect(lines.filter(([key]) => !key?.startsWith("# "))).toHaveLength(json.rows.length + 1);
  }
});

test("a manager, and an editor who asks for what is public, count no draft; absence is no zero", async () => {
  const italy = async (query = "") =>
    ((await (await ask("claimed", `country=IT&country=TV${query}`)).json()) as File).rows;
  const onFile = (rows: Record<string, unknown>[], place: string) =>
    rows.find(({ country }) => country === place)?.on_file;
  expect(onFile(await italy(), "Italy")).toBe(2);
  expect(onFile(await italy("&records=published"), "Italy")).toBe(1);
  enter("manager");
  const rows = await italy();
  expect(onFile(rows, "Italy")).toBe(1);
  expect(onFile(rows, "Tuvalu")).toEqual({ missing: "not_examined", words: "not examined" });
});
