import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileStorage } from "@/db/files/file-storage";
import { checkBytes } from "@/db/files/fixity";
import { readFileText } from "@/db/files/read-text";
import type { RedactionBox } from "@/lib/records/redaction";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { db } from "../../client";
import { attachments, people } from "../../schema";
import { runAsSuperuser } from "../../testing/databases";
import { makeActor, makeEvidence, publishRecord } from "../../testing/make";
import { makePdf } from "../../testing/make-pdf";
import { openTestStorage, type TestStorage } from "../../testing/test-storage";
import { listInbox } from "../discussion/inbox";
import { eraseContent } from "../history/erasures";
import { checkHistory } from "../history/history-check";
import { transitionRecord } from "../workflow/transitions";
import { readWorkflowStatus } from "../workflow/workflow-status";
import { listBagItems } from "./bag-items";
import { noteDissemination } from "./dissemination";
import { searchFileTexts } from "./file-search";
import { readDueTexts, readFilePage } from "./file-texts";
import { attachFile, findAttachment, listAttachments, listCustody, withdrawAttachment } from "./files";
import { openPicture, readFileMetadata } from "./page-pictures";
import { listRedactedCopies, redactAttachment } from "./redactions";
import { listWaitingCopies, releaseCopy } from "./releases";
import { sweepFiles } from "./sweep";

const actors = {} as Record<Role, Actor>;
let given: TestStorage;
let folder: string;
let storage: FileStorage;
beforeAll(async () => {
  for (const role of ROLES) actors[role] = await makeActor(role);
  given = await openTestStorage();
  ({ folder, storage } = given);
});
afterAll(() => given.close());

async function attach(slug: string, name: string, type: string, bytes: Buffer) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  await writeFile(join(folder, digest), bytes);
  await storage.keep(join(folder, digest), digest);
  const { id } = await attachFile(
    actors.reporter,
    { kind: "evidence", slug },
    { digest, size: bytes.length, type, name },
  );
  return { id, digest, slug };
}

async function published(overrides = {}) {
  const { slug } = await makeEvidence(actors.reporter, overrides);
  await publishRecord("evidence", slug);
  return slug;
}

const paint = (id: string, boxes: readonly RedactionBox[], name = "copy", actor = actors.editor) =>
  redactAttachment(actor, id, { name, boxes: [...boxes] }, storage);
/** Made by one editor, and released by another. */
async function redact(...asked: Parameters<typeof paint>) {
  const made = await paint(...asked);
  if (made.isNew) await releaseCopy(actors.admin, made.id);
  return made;
}
const bytesOf = async (digest: string) => Buffer.concat((await storage.open(digest).toArray()) as Buffer[]);

type Pixels = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
};

/** How many pixels within a box, a pixel from its edges, are other than black. */
function otherThanBlack({ data, width, height, channels }: Pixels, box: RedactionBox): number {
  const [left, right] = [box.left, box.left + box.width].map((part) => (part * width) / 100) as [number, number];
  const [top, bottom] = [box.top, box.top + box.height].map((part) => (part * height) / 100) as [number, number];
  let others = 0;
  for (let row = Math.ceil(top) + 1; row < Math.floor(bottom) - 1; row += 1) {
    for (let column = Math.ceil(left) + 1; column < Math.floor(right) - 1; column += 1) {
      const at = (row * width + column) * channels;
      if (data[at] || data[at + 1] || data[at + 2]) others += 1;
    }
  }
  return others;
}

async function drawPdf(bytes: Buffer, page: number): Promise<Pixels> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const drawn = await document.getPage(page - 1).render({ scale: 3, render: "bitmap" });
  document.destroy();
  library.destroy();
  return { ...drawn, channels: 4 };
}

test("of a PDF nothing is left under the boxes, nor any word or fact beside the pixels", async () => {
  const original = await attach(
    await published(),
    "jan-jansen.pdf",
    "application/pdf",
    makePdf(["Jan Jansen lives at the quay", "Nothing"]),
  );
  const box = { page: 1, left: 4, top: 40, width: 16, height: 14 };
  expect(otherThanBlack(await drawPdf(await bytesOf(original.digest), 1), box)).toBeGreaterThan(1000);
  const { id } = await redact(original.id, [box], "letter");

  const copy = await findAttachment(actors.manager, id);
  expect(copy).toMatchObject({ name: "letter.pdf", type: "application/pdf", isRedacted: true, redactedFrom: null });
  const bytes = await bytesOf(copy.digest);
  expect(otherThanBlack(await drawPdf(bytes, 1), box)).toBe(0);
  // The rest of the page is there: its last words are dark on white.
  const rest = await drawPdf(bytes, 1);
  expect(otherThanBlack(rest, { ...box, left: 22 })).toBeGreaterThan(1000);
  expect(rest.data.filter((_, at) => at % 4 === 0).filter((red) => red === 0).length).toBeGreaterThan(1000);
  expect(await readFileText(storage, copy)).toEqual({ pages: 2, problem: "no text", texts: [] });
  expect(bytes.toString("latin1")).not.toMatch(/Jansen|Helvetica|\/Font|\/Info|\/Metadata|\/Annots/);
  const path = join(folder, "copy.pdf");
  await writeFile(path, bytes);
  const words = spawnSync("pdftotext", [path, "-"], { encoding: "utf8" });
  if (!words.error) expect(words.stdout.trim()).toBe("");
  expect(await checkBytes(storage, original.digest)).toMatchObject({ fixity: "intact" });
});

test("of a photograph nothing is left under the boxes, as it is seen upright, nor any EXIF", async () => {
  const red = {
    input: { create: { width: 60, height: 60, channels: 3, background: "red" } },
    left: 0,
    top: 140,
  } as const;
  // Stored on its side: what lies at the lower left is the upper left of what is shown.
  const bytes = await sharp({ create: { width: 400, height: 200, channels: 3, background: "#3a7" } })
    .composite([red])
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: "Jan Jansen" } })
    .jpeg()
    .toBuffer();
  const original = await attach(await published(), "face.jpg", "image/jpeg", bytes);
  const metadata = await readFileMetadata(actors.reporter, original.id, { storage });
  expect(metadata).toContainEqual(["Artist", "Jan Jansen"]);
  const box = { page: 1, left: 0, top: 0, width: 32, height: 16 };
  const { id } = await redact(original.id, [box]);

  const { digest, type } = await findAttachment(actors.editor, id);
  const copy = await bytesOf(digest);
  const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(copy).metadata();
  expect([type, width, height]).toEqual(["image/jpeg", 200, 400]);
  expect([exif, xmp, iptc, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  const { data, info } = await sharp(copy).raw().toBuffer({ resolveWithObject: true });
  expect(otherThanBlack({ data, ...info }, box)).toBe(0);
  const reds = [...data].filter((value, at) => at % 3 === 0 && value > 150 && (data[at + 1] ?? 0) < 80);
  expect(reds).toEqual([]);
  expect(otherThanBlack({ data, ...info }, { ...box, top: 50 })).toBeGreaterThan(1000);
});

test("who may open no originals meets the copy alone, by every way", async () => {
  const slug = await published();
  const name = "Quixotewharf";
  const original = await attach(slug, `${name}.pdf`, "application/pdf", makePdf([`${name} is the name`]));
  const { id } = await redact(original.id, [{ page: 1, left: 0, top: 0, width: 100, height: 100 }], "public");
  await readDueTexts({}, storage);
  const subject = { kind: "evidence", slug } as const;

  for (const role of ROLES) {
    const [actor, isDesk] = [actors[role], role !== "manager"];
    const ways: Record<string, (file: string) => Promise<unknown>> = {
      file: (file) => findAttachment(actor, file),
      custody: (file) => listCustody(actor, file),
      text: (file) => readFilePage(actor, file, 1),
      picture: async (file) => (await openPicture(actor, file, 1, "page", storage)).bytes.destroy(),
      thumbnail: async (file) => (await openPicture(actor, file, 1, "thumbnail", storage)).bytes.destroy(),
    };
    for (const [way, ask] of Object.entries(ways)) {
      await ask(id);
      if (isDesk) await ask(original.id);
      else await expect(ask(original.id), `${role} ${way}`).rejects.toMatchObject({ kind: "not_found" });
    }
    const all = isDesk ? [original.id, id] : [id];
    expect((await listAttachments(actor, subject)).map((file) => file.id)).toEqual(all);
    const bag = (await listBagItems(actor, [slug])).get(slug);
    expect(bag?.files.map((file) => file.name)).toEqual(isDesk ? [`${name}.pdf`, "public.pdf"] : ["public.pdf"]);
    if (isDesk) {
      expect((await searchFileTexts(actor, name)).items.map((hit) => hit.id)).toEqual([original.id]);
      expect((await listRedactedCopies(actor, original.id)).map((copy) => copy.id)).toEqual([id]);
      continue;
    }
    const told = JSON.stringify([
      bag,
      await listAttachments(actor, subject),
      await findAttachment(actor, id),
      await listCustody(actor, id),
    ]);
    for (const secret of [name, original.id, original.digest]) expect(told).not.toContain(secret);
    for (const ask of [
      () => searchFileTexts(actor, name),
      () => readFileMetadata(actor, original.id, { storage }),
      () => readFileMetadata(actor, id, { storage }),
      () => listRedactedCopies(actor, original.id),
      () => withdrawAttachment(actor, id, "x"),
    ]) {
      await expect(ask()).rejects.toMatchObject({ kind: "forbidden" });
    }
  }
});

test("a copy is there for others as long as they see its record, and it was not withdrawn", async () => {
  const png = await sharp({ create: { width: 20, height: 20, channels: 4, background: "#fff0" } })
    .png()
    .toBuffer();
  const boxes = [{ page: 1, left: 10, top: 10, width: 50, height: 50 }];
  const copyAt = async (slug: string) => (await redact((await attach(slug, "a.png", "image/png", png)).id, boxes)).id;
  const draft = (await makeEvidence(actors.reporter)).slug;
  const [hidden, labelled, shown] = [
    await copyAt(draft),
    await copyAt(await published({ sharing: "AMBER" })),
    await copyAt(await published()),
  ];
  for (const id of [hidden, labelled]) {
    await expect(findAttachment(actors.manager, id)).rejects.toMatchObject({ kind: "not_found" });
  }
  await expect(listAttachments(actors.manager, { kind: "evidence", slug: draft })).rejects.toMatchObject({
    kind: "not_found",
  });
  expect(await findAttachment(actors.reporter, labelled)).toMatchObject({ isSensitive: true });
  expect(await findAttachment(actors.manager, shown)).toMatchObject({ isSensitive: false });
  await withdrawAttachment(actors.reporter, shown, "Not enough");
  await expect(findAttachment(actors.manager, shown)).rejects.toMatchObject({ kind: "not_found" });
});

test("a copy is the desk's alone until an editor who did not make it releases it", async () => {
  const slug = await published();
  const subject = { kind: "evidence", slug } as const;
  const original = await attach(slug, "e.pdf", "application/pdf", makePdf(["One of its own"]));
  const boxes = [{ page: 1, left: 10, top: 10, width: 50, height: 50 }];
  const { id } = await paint(original.id, boxes);
  const { digest } = await findAttachment(actors.reporter, id);
  const outside = actors.manager;
  const ways = [
    () => findAttachment(outside, id),
    () => listCustody(outside, id),
    () => readFilePage(outside, id, 1),
    () => openPicture(outside, id, 1, "page", storage),
    () => openPicture(outside, id, 1, "thumbnail", storage),
  ];
  const eventsOf = async (kind: string) =>
    (await listCustody(actors.reporter, id)).filter((event) => event.kind === kind);
  const waiting = async (actor: Actor) => (await listWaitingCopies(actor)).find((copy) => copy.id === id);

  for (const way of ways) await expect(way()).rejects.toMatchObject({ kind: "not_found" });
  expect(await listAttachments(outside, subject)).toEqual([]);
  expect((await listBagItems(outside, [slug])).get(slug)?.files).toEqual([]);
  await noteDissemination(outside, [digest], "bag");
  expect(await eventsOf("dissemination")).toEqual([]);
  expect(await findAttachment(actors.reporter, id)).toMatchObject({ isWaiting: true, isOwnWork: false });
  expect(await waiting(actors.editor)).toMatchObject({ isOwnWork: true, by: actors.editor.name, record: subject });
  expect(await waiting(actors.admin)).toMatchObject({ isOwnWork: false });
  for (const role of ["reporter", "manager"] as const) {
    const refusal = `A ${role} may not release a redacted copy.`;
    await expect(releaseCopy(actors[role], id)).rejects.toThrow(refusal);
    await expect(listWaitingCopies(actors[role])).rejects.toThrow(refusal);
  }
  await expect(releaseCopy(actors.editor, id)).rejects.toMatchObject({ detail: { key: "ownWork" } });
  // Not by another hand than the program's either.
  const url = process.env.SUPERUSER_DATABASE_URL as string;
  const setWaiting = (since: string) =>
    runAsSuperuser(url, `update attachments set waiting_since = ${since} where id = '${id}'`);
  const [stood] = await db.select({ at: attachments.waitingSince }).from(attachments).where(eq(attachments.id, id));
  await setWaiting("null");
  expect((await checkHistory()).problem).toMatchObject({ fields: ["waitingSince"] });
  await setWaiting(`'${stood?.at}'`);

  await releaseCopy(actors.admin, id);
  expect(await eventsOf("release")).toMatchObject([
    { by: actors.admin.name, detail: { record: `evidence ${slug}` } },
  ]);
  expect(await waiting(actors.admin)).toBeUndefined();
  expect((await listAttachments(outside, subject)).map((file) => file.id)).toEqual([id]);
  expect((await listCustody(outside, id)).map(({ kind }) => kind)).not.toContain("release");
  await expect(releaseCopy(actors.admin, id)).rejects.toMatchObject({ kind: "conflict" });

  // Sent back, and made anew by whoever sent it back, it waits for somebody else again.
  await withdrawAttachment(actors.admin, id, "A name is left");
  expect(await paint(original.id, boxes, "again", actors.admin)).toEqual({ id, isNew: true });
  await expect(findAttachment(outside, id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(releaseCopy(actors.admin, id)).rejects.toMatchObject({ detail: { key: "ownWork" } });
  await releaseCopy(actors.editor, id);
  await findAttachment(outside, id);
  expect((await checkHistory()).problem).toBeNull();
  await eraseContent(actors.admin, "evidence", { slug, scope: "record", reason: "A court ordered it." }, storage);
  await expect(findAttachment(actors.admin, id)).rejects.toMatchObject({ kind: "not_found" });
  expect((await checkHistory()).problem).toBeNull();
});

test("a publication releases the copies that whoever publishes was shown, but for their own", async () => {
  const { slug } = await makeEvidence(actors.reporter);
  const original = await attach(slug, "f.pdf", "application/pdf", makePdf(["Of a draft"]));
  const copyOf = async (left: number, maker: Actor) =>
    (await paint(original.id, [{ page: 1, left, top: 1, width: 9, height: 9 }], "copy", maker)).id;
  const [own, shown] = [await copyOf(1, actors.editor), await copyOf(20, actors.admin)];
  const later = await copyOf(40, actors.admin);
  await transitionRecord(actors.reporter, "evidence", slug, "submit");
  await transitionRecord(actors.editor, "evidence", slug, "approve");
  const { copies } = await readWorkflowStatus(actors.editor, "evidence", slug);
  expect(copies.map(({ id, isOwnWork }) => [id, isOwnWork])).toEqual([
    [own, true],
    [shown, false],
    [later, false],
  ]);
  await transitionRecord(actors.editor, "evidence", slug, "publish", { ticked: "all", copies: [own, shown] });
  const outside = await listAttachments(actors.manager, { kind: "evidence", slug });
  expect(outside.map(({ id }) => id)).toEqual([shown]);
  expect((await listCustody(actors.editor, shown)).at(-1)).toMatchObject({ kind: "release", by: actors.editor.name });
  expect((await checkHistory()).problem).toBeNull();
});

test("a redaction is in the custody of both, and in the history; the same one again is no other", async () => {
  const original = await attach(await published(), "b.pdf", "application/pdf", makePdf(["One", "Two", "Three"]));
  const boxes = [
    { page: 3, left: 1, top: 1, width: 9, height: 9 },
    { page: 1, left: 1, top: 1, width: 9, height: 9 },
    { page: 3, left: 50, top: 1, width: 9, height: 9 },
  ];
  const { id, isNew } = await redact(original.id, boxes);
  expect(isNew).toBe(true);
  expect(await redact(original.id, boxes, "other")).toEqual({ id, isNew: false });
  const { digest } = await findAttachment(actors.editor, id);
  const eventOf = async (file: string) =>
    (await listCustody(actors.editor, file)).filter(({ kind }) => kind === "redaction");
  const said = { kind: "redaction", by: actors.editor.name };
  const painted = { boxes: 3, pages: "1, 3" };
  expect(await eventOf(id)).toMatchObject([{ ...said, detail: { original: original.digest, ...painted } }]);
  expect(await eventOf(original.id)).toMatchObject([{ ...said, detail: { copy: digest, ...painted } }]);
  expect((await listCustody(actors.manager, id)).find(({ kind }) => kind === "redaction")?.detail).toEqual(painted);
  expect(await checkHistory()).toMatchObject({ problem: null });
  // Called a copy behind the program's back, an original is named by the check.
  const url = process.env.SUPERUSER_DATABASE_URL as string;
  const callCopy = (of: string) =>
    runAsSuperuser(url, `update attachments set redacted_from = ${of} where id = '${original.id}'`);
  await callCopy(`'${id}'`);
  expect((await checkHistory()).problem).not.toBeNull();
  await callCopy("null");
});

test("what can't be redacted says so, and only those who may do it", async () => {
  const slug = await published();
  const box = { page: 1, left: 1, top: 1, width: 9, height: 9 };
  const text = await attach(slug, "a.txt", "text/plain", Buffer.from("A letter"));
  const broken = await attach(slug, "c.pdf", "application/pdf", Buffer.from("%PDF-1.7 nothing"));
  const pdf = await attach(slug, "d.pdf", "application/pdf", makePdf(["One"]));
  const copy = await redact(pdf.id, [box]);
  for (const id of [text.id, broken.id, copy.id]) {
    await expect(redact(id, [box])).rejects.toMatchObject({ errors: { boxes: "validation.notRedactable" } });
  }
  await expect(redact(pdf.id, [{ ...box, page: 2 }])).rejects.toMatchObject({
    errors: { boxes: "validation.noSuchPage" },
  });
  for (const role of ["reporter", "manager"] as const) {
    const asked = redactAttachment(actors[role], pdf.id, { name: "x", boxes: [box] }, storage);
    await expect(asked).rejects.toMatchObject({ kind: "forbidden" });
  }
  await expect(openPicture(actors.editor, broken.id, 1, "page", storage)).rejects.toMatchObject({
    kind: "not_found",
  });
  await expect(openPicture(actors.editor, pdf.id, 9, "page", storage)).rejects.toMatchObject({ kind: "not_found" });
  await expect(openPicture(actors.editor, text.id, 1, "page", storage)).rejects.toMatchObject({ kind: "not_found" });
});

test("pictures are a cache: of files that no row names they are thrown away, and the originals stay", async () => {
  const before = (await readdir(storage.pictures, { recursive: true })).filter((name) => name.endsWith(".webp"));
  expect(before.length).toBeGreaterThan(0);
  expect(before.some((name) => name.startsWith("making-"))).toBe(false);
  expect(await sweepFiles(storage)).toMatchObject({ pictures: 0 });
  const stray = join(storage.pictures, "ab", "ab".repeat(32));
  await mkdir(stray, { recursive: true });
  expect(await sweepFiles(storage)).toMatchObject({ pictures: 1, unnamed: [] });
  expect((await readdir(storage.pictures, { recursive: true })).filter((name) => name.endsWith(".webp"))).toEqual(
    before,
  );
});

test("who may release a copy is told of it once, and has nothing to read once none waits", async () => {
  // Past the history, which is checked no more after this.
  await db.update(people).set({ passwordHash: "may sign in" });
  const { slug } = await makeEvidence(actors.reporter);
  const original = await attach(slug, "n.pdf", "application/pdf", makePdf(["To be told of"]));
  const told = async () => {
    const lists = ROLES.filter((role) => role !== "manager").map(async (role) => {
      const cause = { any: ["copy_waits" as const], without: [] };
      const { items } = await listInbox(actors[role], { show: "unread", cause });
      return items.filter(({ subject }) => "slug" in subject && subject.slug === slug).map(({ by }) => [role, by]);
    });
    return (await Promise.all(lists)).flat();
  };
  const copyAt = (left: number) => paint(original.id, [{ page: 1, left, top: 1, width: 9, height: 9 }]);
  const [first, second] = [await copyAt(1), await copyAt(20)];
  expect(await told()).toEqual([["admin", actors.editor.name]]);
  await releaseCopy(actors.admin, first.id);
  expect(await told()).toEqual([["admin", actors.editor.name]]);
  await withdrawAttachment(actors.editor, second.id, "A box too high");
  expect(await told()).toEqual([]);
});
