import { parse } from "csv-parse/sync";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor, makeEvent, makeEvidence, makeStation, publishRecord } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import { ROLES, type Role } from "@/lib/workflow/actor";
import { GET } from "./lists/[name]/route";

const tokens = {} as Record<Role, string>;
/** More than a page of what is read at once. */
const MANY = 103;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
  vi.stubEnv("NEXTAUTH_URL", "http://desk.example");
  const editor = await makeActor("editor");
  for (let at = 0; at < MANY; at++) await makeEvent(editor, { title: `Event ${at}`, occurred: "2022-10" });
  const source = await makeEvidence(editor);
  await publishRecord("evidence", source.slug);
  const told = { title: "Published", occurred: "2022-11", country: "IT", evidence: [source.slug] };
  const shown = await makeEvent(editor, told);
  await publishRecord("event", shown.slug);
  await makeStation(editor, { name: "A draft" });
  for (const role of ROLES) {
    const actor = await makeActor(role);
    await db.update(people).set({ passwordHash: "may sign in" });
    const token = { sid: await openSession(actor.id) };
    tokens[role] = await encode({ token, secret: "a secret of this test" });
  }
});

async function ask(role: Role | null, name: string, query = ""): Promise<Response> {
  jar.clear();
  if (role) jar.set("next-auth.session-token", tokens[role]);
  const request = new Request(`http://desk.example/api/v1/lists/${name}?${query}`);
  return GET(request, { params: Promise.resolve({ name }) });
}

type Row = Record<string, string>;
const rowsOf = async (answer: Response) => parse(await answer.text(), { bom: true, columns: true }) as Row[];

test("a file holds the whole list, each item once and in its order, as CSV and as JSON alike", async () => {
  const rows = await rowsOf(await ask("reporter", "events", "sort=oldest&format=csv"));
  expect(rows).toHaveLength(MANY + 1);
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(MANY + 1);
  expect(rows.at(-1)).toMatchObject({ title: "Published", country: "IT", occurred: "2022-11", state: "published" });
  expect(rows.at(-1)?.address).toBe(`http://desk.example/events/${rows.at(-1)?.slug}`);
  const json = (await (await ask("reporter", "events", "sort=oldest")).json()) as { items: Row[] };
  expect(json.items.map(({ slug, address }) => [slug, address])).toEqual(
    rows.map(({ slug, address }) => [slug, address]),
  );
  expect(await rowsOf(await ask("reporter", "events", "country=IT&format=csv"))).toHaveLength(1);
});

test("each role gets what its own list shows: who may not read drafts gets none", async () => {
  for (const role of ROLES) {
    const slugs = await rowsOf(await ask(role, "events", "format=csv"));
    expect(slugs, role).toHaveLength(role === "manager" ? 1 : MANY + 1);
    expect(await rowsOf(await ask(role, "stations", "format=csv")), role).toHaveLength(role === "manager" ? 0 : 1);
  }
  expect((await ask(null, "events")).status).toBe(401);
});

test("what the address does not mean is refused, and so is a list that is none", async () => {
  expect((await ask("editor", "events", "colour=red")).status).toBe(400);
  expect((await ask("editor", "people")).status).toBe(404);
});
