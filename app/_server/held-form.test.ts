import { encode } from "next-auth/jwt";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { recordEventAction } from "@/app/(desk)/events/actions";
import { POST as signOut } from "@/app/sign-out/route";
import { holdForm } from "@/db/access/accounts/held-forms";
import { openSession } from "@/db/access/accounts/sessions";
import { db } from "@/db/client";
import { heldForms, people } from "@/db/schema";
import { makeActor } from "@/db/testing/make";
import { jar, sent } from "@/db/testing/next-headers";
import { FORM_NAME, FORM_WRITER } from "@/lib/records/form-marks";
import type { Actor } from "@/lib/workflow/actor";
import { hasHeldForm, readHeldForm } from "./held-form";

const SECRET = "a secret of this test";
const SESSION = "next-auth.session-token";
let reporter: Actor;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
  reporter = await makeActor("reporter");
  await db.update(people).set({ passwordHash: "may sign in" });
});
afterEach(() => {
  jar.clear();
  sent.clear();
});

const TYPED = { title: "A council asks\nfor an inquiry", kind: "parliament", evidence: "Nothing of ours" };

/** The event's form as a browser sends it: with CR LF, and what the form says of itself. */
function post(fields: Readonly<Record<string, string>> = TYPED) {
  const form = new FormData();
  form.set(FORM_NAME, "record");
  form.set(FORM_WRITER, reporter.id);
  for (const [name, text] of Object.entries(fields)) form.set(name, text.replaceAll("\n", "\r\n"));
  return recordEventAction({ status: "idle" }, form);
}
const leadsTo = async (answer: Promise<unknown>) => {
  const error: unknown = await answer.catch((thrown: unknown) => thrown);
  return (error as { digest?: string }).digest?.split(";")[2];
};
const signIn = async () =>
  jar.set(SESSION, await encode({ token: { sid: await openSession(reporter.id) }, secret: SECRET }));

test("a form posted after the session ended waits for its writer, and for nobody else", async () => {
  sent.set("x-path", "/events/new?from=x");
  expect(await leadsTo(post())).toBe("/sign-in?from=%2Fevents%2Fnew%3Ffrom%3Dx");
  expect(await hasHeldForm()).toBe(true);
  expect(await readHeldForm(await makeActor("reporter"))).toBeNull();
  const held = { path: "/events/new?from=x", form: "record", by: reporter.id, values: TYPED };
  expect(await readHeldForm(reporter)).toEqual(held);
  const [row] = await db.select().from(heldForms);
  expect(JSON.stringify(row)).not.toContain("council");
  expect(JSON.stringify(row)).not.toContain([...jar.values()].join());

  await signIn();
  expect(await post()).toMatchObject({ status: "invalid", values: TYPED });
  expect(await readHeldForm(reporter), "it was refused, and still waits").toEqual(held);
  expect(await leadsTo(post({ ...TYPED, evidence: "" }))).toMatch(/^\/events\//);
  expect(await readHeldForm(reporter)).toBeNull();
  expect(await db.select().from(heldForms)).toEqual([]);
});

test("with JavaScript the page stays, and nothing leaves the browser", async () => {
  sent.set("x-path", "/events/new").set("next-action", "abc");
  expect(await post()).toEqual({ status: "refused", sentence: "Sign in first.", values: TYPED });
  expect(await hasHeldForm()).toBe(false);
});

test("signing out forgets it", async () => {
  sent.set("x-path", "/events/new");
  await leadsTo(post());
  await signIn();
  const answer = await signOut();
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?out=1"]);
  expect(await db.select().from(heldForms)).toEqual([]);
});

test("strangers can fill no disk with it", async () => {
  const form = { path: "/", form: "record", by: "nobody", values: {} };
  expect(await holdForm({ ...form, values: { title: "x".repeat(200_001) } })).toBeNull();
  await db.insert(heldForms).values(Array.from({ length: 510 }, (_, n) => ({ key: `k${n}`, sealed: "" })));
  expect(await holdForm(form)).toEqual(expect.any(String));
  expect(await db.$count(heldForms)).toBe(500);
});
