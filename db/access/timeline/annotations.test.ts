import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { type AnnotationInput, annotationInput } from "@/lib/records/annotation";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { revisions } from "../../schema";
import { makeActor } from "../../testing/make";
import { connectAsSuperuser } from "../../testing/superuser";
import { CONSOLE } from "../accounts/account-keeper";
import { setPasswordHash } from "../accounts/people";
import { countUnread, listInbox } from "../discussion/inbox";
import { checkHistory } from "../history/history-check";
import { ofRecord, readRevisionLines } from "../history/revision-lines";
import { annotate, approveAnnotation, removeAnnotation, reviseAnnotation } from "./annotation-writes";
import { listAnnotations, listWaitingAnnotations } from "./annotations";

/** Somebody who can sign in, as everybody who gets notices can. */
async function makePerson(role: Role): Promise<Actor> {
  const actor = await makeActor(role);
  await setPasswordHash(CONSOLE, actor.email, "may sign in");
  return actor;
}
const note = (given: Partial<Record<keyof AnnotationInput, string>> = {}) =>
  annotationInput.parse({ text: "Second report", dated: "2022-12-05", ...given });
const linesOf = (id: string) => readRevisionLines(ofRecord("annotation", id), asc(revisions.version), 50);
const texts = (rows: { text: string }[]) => rows.map(({ text }) => text);

/** As a second editor puts it before every reader. */
async function approved<W extends { id: string; version: number }>(made: W) {
  await approveAnnotation(await makeActor("editor"), { id: made.id, version: made.version });
  return { ...made, version: made.version + 1 };
}
const seenBy = async (role: Role, id: string) =>
  (await listAnnotations(await makeActor(role))).find((one) => one.id === id);

test("an annotation waits at the desk until another editor approves it; then every reader has it", async () => {
  const editor = await makeActor("editor");
  const made = await annotate(editor, note({ dated: "2022-12~", country: "IT", language: "en" }));
  expect(await seenBy("manager", made.id)).toBeUndefined();
  for (const role of ["reporter", "editor", "admin"] as const) {
    expect(await seenBy(role, made.id), role).toMatchObject({ isWaiting: true, isOwnWork: false });
  }
  await approved(made);
  for (const role of ["reporter", "editor", "manager", "admin"] as const) {
    expect(await seenBy(role, made.id)).toMatchObject({
      text: "Second report",
      language: "en",
      country: "IT",
      date: { edtf: "2022-12~", from: "2022-12-01", to: "2022-12-31" },
      by: editor.name,
      version: 2,
      isWaiting: false,
    });
  }
});

test("what waits is found by who may approve it, until it is decided", async () => {
  const [editor, admin] = [await makeActor("editor"), await makeActor("admin")];
  const waiting = async (id: string) =>
    (await listWaitingAnnotations(admin)).filter((one) => one.id === id || one.replaces === id);
  const made = await annotate(editor, note());
  expect(await waiting(made.id)).toMatchObject([{ text: "Second report", isOwnWork: false, by: editor.name }]);
  expect((await listWaitingAnnotations(editor)).find(({ id }) => id === made.id)?.isOwnWork).toBe(true);
  for (const role of ["reporter", "manager"] as const) {
    await expect(listWaitingAnnotations(await makeActor(role))).rejects.toThrow(
      `A ${role} may not approve an annotation.`,
    );
  }
  const shown = await approved(made);
  expect(await waiting(made.id)).toEqual([]);
  const change = await reviseAnnotation(editor, { ...shown, ...note({ text: "Third report" }) });
  expect(await waiting(made.id)).toMatchObject([{ text: "Third report", replaces: made.id }]);
  await removeAnnotation(admin, { ...change, reason: null });
  expect(await waiting(made.id)).toEqual([]);
});

test("who may approve an annotation is notified that it waits, and its author of the decision", async () => {
  const desk = {} as Record<Role, Actor>;
  for (const role of ROLES) desk[role] = await makePerson(role);
  const author = await makePerson("editor");
  const readChanges = async (actor: Actor, id: string) => {
    const { items } = await listInbox(actor, {}, { limit: 100 });
    return items.flatMap(({ cause, by, step, subject }) =>
      subject.kind === "annotation" && subject.id === id ? [[cause, by, step, subject.title]] : [],
    );
  };
  const made = await annotate(author, note({ text: "Told of" }));
  const handedIn = [["proposed", author.name, "record", "Told of"]];
  for (const role of ["editor", "admin"] as const) {
    expect(await readChanges(desk[role], made.id), role).toEqual(handedIn);
    expect(await countUnread(desk[role]), role).toBe(1);
  }
  expect(await readChanges(desk.reporter, made.id)).toEqual([]);
  expect(await readChanges(author, made.id)).toEqual([]);
  await expect(listInbox(desk.manager)).rejects.toThrow("A manager may not read the discussion.");

  await approveAnnotation(desk.editor, made);
  expect(await readChanges(author, made.id)).toEqual([["decided", desk.editor.name, "approve", "Told of"]]);
  expect(await readChanges(desk.admin, made.id)).toEqual(handedIn);

  const shown = { id: made.id, version: made.version + 1 };
  const change = await reviseAnnotation(author, { ...shown, ...note({ text: "Told of again" }) });
  expect(await readChanges(desk.admin, change.id)).toEqual([["proposed", author.name, "record", "Told of again"]]);
  await removeAnnotation(desk.admin, { ...change, reason: null });
  expect(await readChanges(author, change.id)).toEqual([["decided", desk.admin.name, "remove", "Told of again"]]);
});

test("nobody approves what they wrote in, admins included, and nobody what they did not read", async () => {
  for (const role of ["editor", "admin"] as const) {
    const [author, second] = [await makeActor(role), await makeActor(role)];
    const made = await annotate(author, note());
    await expect(approveAnnotation(author, made)).rejects.toThrow("Nobody decides about their own work");
    const again = await reviseAnnotation(second, { ...note({ text: "Both wrote it" }), ...made });
    await expect(approveAnnotation(second, again)).rejects.toThrow("Nobody decides about their own work");
    await expect(approveAnnotation(author, again)).rejects.toThrow("Nobody decides about their own work");
    const third = await makeActor("editor");
    await expect(approveAnnotation(third, made)).rejects.toMatchObject({ detail: { key: "changedSinceRead" } });
    await approveAnnotation(third, again);
    await expect(approveAnnotation(third, { ...again, version: 3 })).rejects.toMatchObject({ kind: "conflict" });
  }
  for (const role of ["reporter", "manager"] as const) {
    const made = await annotate(await makeActor("editor"), note());
    const attempt = approveAnnotation(await makeActor(role), made);
    await expect(attempt).rejects.toThrow(`A ${role} may not approve an annotation.`);
    expect(await seenBy("manager", made.id)).toBeUndefined();
  }
});

test("readers keep what was approved while a change of it waits, and have the change when it is approved", async () => {
  const [editor, other] = [await makeActor("editor"), await makeActor("admin")];
  const made = await approved(await annotate(editor, note()));
  const change = await reviseAnnotation(other, { ...note({ text: "Third report" }), ...made });
  expect(change.id).not.toBe(made.id);
  expect(await seenBy("manager", made.id)).toMatchObject({ text: "Second report", version: 2 });
  expect(await seenBy("manager", change.id)).toBeUndefined();
  expect(await seenBy("reporter", change.id)).toMatchObject({ isWaiting: true, replaces: made.id });
  const twice = reviseAnnotation(editor, { ...note({ text: "Fourth report" }), ...made });
  await expect(twice).rejects.toMatchObject({ kind: "conflict", detail: { key: "changeWaits" } });
  await expect(approveAnnotation(other, change)).rejects.toThrow("own work");
  await approveAnnotation(editor, change);
  expect(await seenBy("manager", made.id)).toBeUndefined();
  expect(await seenBy("manager", change.id)).toMatchObject({ text: "Third report" });
  expect((await linesOf(made.id)).map(({ action, author }) => [action, author]).at(-1)).toEqual([
    "annotation.replace",
    editor.name,
  ]);
  expect((await checkHistory()).problem).toBeNull();
});

test("what readers have seen is taken away at once, with a reason", async () => {
  const made = await approved(await annotate(await makeActor("editor"), note()));
  const attempt = removeAnnotation(await makeActor("editor"), { ...made, reason: " " });
  await expect(attempt).rejects.toMatchObject({ errors: { reason: "validation.reasonRequired" } });
  await removeAnnotation(await makeActor("editor"), { ...made, reason: "It was wrong." });
  expect(await seenBy("manager", made.id)).toBeUndefined();
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

test("of two who change one annotation the second sees what the first wrote", async () => {
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
  const listTexts = async (filter: Parameters<typeof listAnnotations>[1]) =>
    texts(await listAnnotations(editor, filter)).filter((text) => text.startsWith("of "));
  expect(await listTexts({ to: "1998-12-31" })).toEqual(["of Spain"]);
  expect(await listTexts({ from: "2020-01-01" })).toEqual(["of Italy"]);
  expect(await listTexts({ country: { any: ["ES"], without: [] } })).toEqual(["of Spain", "of all"]);
  expect(await listTexts({ country: { any: [], without: ["ES"] } })).toEqual(["of all", "of Italy"]);
  expect(await listTexts({})).toHaveLength(3);
});

test("an annotation says something, on a day that can be read, in a country that there is", () => {
  const wrong = annotationInput.safeParse({ text: " ", dated: "soon", country: "XX", language: "Double Dutch" });
  expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["text", "validation.required"],
    ["language", "validation.language"],
    ["dated", "validation.edtf"],
    ["country", "validation.country"],
  ]);
});

test("the history is held against what an annotation says, and not only against its being there", async () => {
  const made = await approved(await annotate(await makeActor("editor"), note()));
  const behind = connectAsSuperuser();
  const found = async () => (await checkHistory()).problem;
  try {
    const { seq = 0 } = (await linesOf(made.id)).at(-1) ?? {};
    const problem = { recordKind: "annotation", recordId: made.id, seq, problem: "row_changed" };
    await behind`update annotations set text = 'Forged' where id = ${made.id}`;
    expect(await found()).toMatchObject({ ...problem, fields: ["text"] });
    await behind`update annotations set text = 'Second report', approved_by = null, approved_version = null where id = ${made.id}`;
    expect(await found()).toMatchObject({ ...problem, fields: ["approved", "approvedBy"] });
    await behind`delete from annotations where id = ${made.id}`;
    expect(await found()).toMatchObject({ ...problem, problem: "row_missing" });
  } finally {
    await behind.end();
  }
});
