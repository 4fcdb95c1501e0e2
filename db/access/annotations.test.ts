import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { type AnnotationInput, annotationInput } from "@/lib/annotation";
import { revisions } from "../schema";
import { makeActor } from "../testing/make";
import { annotate, listAnnotations, removeAnnotation, reviseAnnotation } from "./annotations";
import { checkHistory } from "./history-check";
import { ofRecord, readRevisionLines } from "./revision-lines";

const note = (given: Partial<Record<keyof AnnotationInput, string>> = {}) =>
  annotationInput.parse({ text: "Second report", dated: "2022-12-05", ...given });
const linesOf = (id: string) => readRevisionLines(ofRecord("annotation", id), asc(revisions.version), 50);
const texts = (rows: { text: string }[]) => rows.map(({ text }) => text);

test("an editor's annotation is there for every reader, with who wrote it", async () => {
  const editor = await makeActor("editor");
  const { id } = await annotate(editor, note({ dated: "2022-12~", country: "IT", language: "en" }));
  for (const role of ["reporter", "editor", "manager", "admin"] as const) {
    const found = (await listAnnotations(await makeActor(role))).find((note) => note.id === id);
    expect(found).toMatchObject({
      text: "Second report",
      language: "en",
      country: "IT",
      date: { edtf: "2022-12~", from: "2022-12-01", to: "2022-12-31" },
      by: editor.name,
      version: 1,
    });
  }
});

test("reporters and managers annotate nothing, and nothing is left of their attempt", async () => {
  const editor = await makeActor("editor");
  const made = await annotate(editor, note());
  for (const role of ["reporter", "manager"] as const) {
    const actor = await makeActor(role);
    const sentence = `A ${role} may not annotate the timeline.`;
    await expect(annotate(actor, note({ text: "Smuggled" }))).rejects.toThrow(sentence);
    await expect(reviseAnnotation(actor, { ...note({ text: "Smuggled" }), ...made })).rejects.toThrow(sentence);
    await expect(removeAnnotation(actor, { ...made, reason: null })).rejects.toThrow(sentence);
  }
  expect(texts(await listAnnotations(editor))).not.toContain("Smuggled");
  expect(await linesOf(made.id)).toHaveLength(1);
});

test("writing, changing and removing are revisions, and the chain holds", async () => {
  const [editor, admin] = [await makeActor("editor"), await makeActor("admin")];
  const made = await annotate(editor, note());
  const again = await reviseAnnotation(admin, {
    ...note({ text: "The NGO's second report", dated: "2022-12" }),
    ...made,
  });
  expect(
    await reviseAnnotation(admin, { ...note({ text: "The NGO's second report", dated: "2022-12" }), ...again }),
  ).toEqual(again);
  await removeAnnotation(editor, { ...again, reason: "Said elsewhere." });
  const lines = await linesOf(made.id);
  expect(
    lines.map(({ action, version, changed, reason, author }) => [action, version, changed, reason, author]),
  ).toEqual([
    ["annotation.record", 1, ["text", "language", "dated", "country"], null, editor.name],
    ["annotation.revise", 2, ["text", "dated"], null, admin.name],
    ["annotation.remove", 3, ["state"], "Said elsewhere.", editor.name],
  ]);
  expect((await listAnnotations(editor)).map(({ id }) => id)).not.toContain(made.id);
  await expect(reviseAnnotation(editor, { ...note(), id: made.id, version: 3 })).rejects.toMatchObject({
    kind: "not_found",
  });
  expect((await checkHistory()).problem).toBeNull();
});

test("of two who change one annotation the second is told what the first wrote", async () => {
  const [editor, admin] = [await makeActor("editor"), await makeActor("admin")];
  const made = await annotate(editor, note());
  await reviseAnnotation(editor, { ...note({ text: "First" }), ...made });
  const late = { ...made };
  await expect(reviseAnnotation(admin, { ...note({ text: "Second" }), ...late })).rejects.toMatchObject({
    kind: "conflict",
    conflict: { version: 2, current: { text: "First" } },
  });
  await expect(removeAnnotation(admin, { ...late, reason: null })).rejects.toMatchObject({ kind: "conflict" });
});

test("a period takes what overlaps it; an annotation of no country concerns each", async () => {
  const editor = await makeActor("editor");
  await annotate(editor, note({ text: "of all", dated: "1999" }));
  await annotate(editor, note({ text: "of Italy", dated: "1999-06-01/..", country: "IT" }));
  await annotate(editor, note({ text: "of Spain", dated: "1998", country: "ES" }));
  const asked = async (filter: Parameters<typeof listAnnotations>[1]) =>
    texts(await listAnnotations(editor, filter)).filter((text) => text.startsWith("of "));
  expect(await asked({ to: "1998-12-31" })).toEqual(["of Spain"]);
  expect(await asked({ from: "2020-01-01" })).toEqual(["of Italy"]);
  expect(await asked({ country: { any: ["ES"], without: [] } })).toEqual(["of Spain", "of all"]);
  expect(await asked({ country: { any: [], without: ["ES"] } })).toEqual(["of all", "of Italy"]);
  expect(await asked({})).toHaveLength(3);
});

test("an annotation says something, on a day that can be read, in a country that there is", () => {
  const wrong = annotationInput.safeParse({ text: " ", dated: "soon", country: "XX", language: "Dutch" });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["text", "validation.required"],
    ["language", "validation.language"],
    ["dated", "validation.edtf"],
    ["country", "validation.country"],
  ]);
});
