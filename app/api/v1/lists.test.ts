import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import { openSession } from "@/db/access/accounts/sessions";
import { attachFile, listCustody } from "@/db/access/files/files";
import { db } from "@/db/client";
import { openStorage } from "@/db/files/storage";
import { people } from "@/db/schema";
import { makeActor, makeEvent, makeEvidence, makeReplyRequest, makeStation, publishRecord } from "@/db/testing/make";
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
  await makeReplyRequest(editor);
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
    const asked = await rowsOf(await ask(role, "replies", "format=csv"));
    expect(asked, role).toEqual(
      role === "manager"
        ? []
        : [expect.objectContaining({ answer: "", address: expect.stringMatching("/replies/") })],
    );
  }
  const onFile = async (role: Role) =>
    (await rowsOf(await ask(role, "countries", "format=csv&onFile=yes"))).map(({ address, stations }) => [
      address,
      stations,
    ]);
  expect(await onFile("reporter")).toEqual([["http://desk.example/countries/nl", "1"]]);
  expect(await onFile("manager")).toEqual([]);
  expect((await ask(null, "events")).status).toBe(401);
});

test("evidence is taken along with its files as a bag whose digests are right, by others without originals", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-bag-"));
  vi.stubEnv("DATA_DIR", folder);
  const [editor, letter] = [await makeActor("editor"), Buffer.from("Dear minister,")];
  const { slug } = await makeEvidence(editor, { title: "The letter" });
  const digest = createHash("sha256").update(letter).digest("hex");
  await writeFile(join(folder, "letter"), letter);
  await openStorage().keep(join(folder, "letter"), digest);
  const file = { digest, size: letter.length, type: "text/plain", name: "letter.txt" };
  const attached = await attachFile(editor, { kind: "evidence", slug }, file);
  const lost = { ...file, digest: "0".repeat(64), name: "lost.txt" };
  const missing = await attachFile(editor, { kind: "evidence", slug }, lost);

  const answer = await ask("reporter", "evidence", "format=bag&q=letter");
  expect(answer.headers.get("content-type")).toBe("application/zip");
  const bag = join(folder, "bag.zip");
  await writeFile(bag, Buffer.from(await answer.arrayBuffer()));
  const entries = await readStoredZip(bag);
  const textOf = (path: string) => entries.get(`evidence-bag/${path}`)?.toString() ?? "";
  const manifests = [textOf("manifest-sha256.txt"), textOf("tagmanifest-sha256.txt")].join("");
  const listed = manifests
    .trim()
    .split("\n")
    .map((line) => line.split("  ") as [string, string]);
  for (const [sum, path] of listed) {
    const held = entries.get(`evidence-bag/${path}`) ?? Buffer.alloc(0);
    expect.soft(createHash("sha256").update(held).digest("hex"), path).toBe(sum);
  }
  // Nothing is there that no manifest names, but the last of them itself.
  expect(listed.length).toBe(entries.size - 1);
  expect(textOf(`data/files/${digest.slice(0, 16)}/letter.txt`)).toBe("Dear minister,");
  expect(textOf("data/index.html")).toContain("lost.txt (not in the storage)");
  const [item] = textOf("data/evidence.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(item).toMatchObject({
    slug,
    files: [{ digest, by: editor.name, custody: [{}, { kind: "ingestion" }] }, { path: null }],
  });
  // Of each file that left, once; not of what was not there.
  const givenOut = async (id: string) =>
    (await listCustody(editor, id)).filter(({ kind }) => kind === "dissemination").map(({ detail }) => detail);
  expect(await givenOut(attached.id)).toMatchObject([{ as: "evidence bag (BagIt)" }]);
  expect((await givenOut(attached.id))[0]?.list).toMatch(/q=letter/);
  expect(await givenOut(missing.id)).toEqual([]);
  const forOthers = await ask("manager", "evidence", "format=bag");
  await writeFile(bag, Buffer.from(await forOthers.arrayBuffer()));
  expect([...(await readStoredZip(bag)).keys()].filter((path) => path.includes("data/files/"))).toEqual([]);
  expect((await ask("editor", "events", "format=bag")).status).toBe(400);
  await rm(folder, { recursive: true });
});

/** The files of a ZIP that packs none of them, by the central directory at its end (PKWARE APPNOTE 4.3). */
async function readStoredZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await readFile(path);
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, named, more, told, start] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const begin = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    found.set(zip.subarray(at + 46, at + 46 + named).toString(), zip.subarray(begin, begin + size));
    at += 46 + named + more + told;
  }
  return found;
}

test("what the address does not mean is refused, and so is a list that is none", async () => {
  expect((await ask("editor", "events", "colour=red")).status).toBe(400);
  expect((await ask("editor", "people")).status).toBe(404);
});
