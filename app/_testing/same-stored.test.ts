import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test, vi } from "vitest";
import * as claimForm from "@/app/(desk)/claims/actions";
import * as coverageForm from "@/app/(desk)/countries/actions";
import * as eventForm from "@/app/(desk)/events/actions";
import * as evidenceForm from "@/app/(desk)/evidence/actions";
import * as organizationForm from "@/app/(desk)/organizations/actions";
import * as replyForm from "@/app/(desk)/replies/actions";
import * as responseForm from "@/app/(desk)/responses/actions";
import * as stationForm from "@/app/(desk)/stations/actions";
import * as claims from "@/app/api/v1/claims/route";
import * as coverage from "@/app/api/v1/coverage/route";
import * as events from "@/app/api/v1/events/route";
import * as evidence from "@/app/api/v1/evidence/route";
import * as organizations from "@/app/api/v1/organizations/route";
import * as replies from "@/app/api/v1/replies/route";
import * as responses from "@/app/api/v1/responses/route";
import * as stations from "@/app/api/v1/stations/route";
import { CONSOLE } from "@/db/access/accounts/account-keeper";
import { setPasswordHash } from "@/db/access/accounts/people";
import { openSession } from "@/db/access/accounts/sessions";
import { checkHistory } from "@/db/access/history/history-check";
import { findRecord } from "@/db/access/records/record-snapshot";
import { loadDossier } from "@/db/dossier/load";
import { makeActor, makeClaim, makeEvidence, makeOrganization, makeResponse, makeStation } from "@/db/testing/make";
import { jar } from "@/db/testing/next-headers";
import type { RecordKind } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import type { Actor } from "@/lib/workflow/actor";
import { validationSentence } from "@/lib/workflow/field-errors";
import type { Outcome } from "@/lib/workflow/outcome";
import { throughFile, writeDossier } from "./csv-door";
import { CSV_NOUNS, type CsvNoun, rowOf } from "./csv-nouns";
import { formOf, jsonOf } from "./doors";
import { type RandomForm, RUNS, randomForms } from "./random-forms";

type Door = {
  readonly save: (previous: Outcome, form: FormData) => Promise<Outcome>;
  readonly POST: (request: Request, context: { params: Promise<Record<string, never>> }) => Promise<Response>;
};
const DOORS: readonly (readonly [RecordKind, Door])[] = [
  ["organization", { save: organizationForm.recordOrganizationAction, POST: organizations.POST }],
  ["station", { save: stationForm.recordStationAction, POST: stations.POST }],
  ["evidence", { save: evidenceForm.recordEvidenceAction, POST: evidence.POST }],
  ["claim", { save: claimForm.recordClaimAction, POST: claims.POST }],
  ["response", { save: responseForm.recordResponseAction, POST: responses.POST }],
  ["event", { save: eventForm.recordEventAction, POST: events.POST }],
  ["reply_request", { save: replyForm.recordReplyRequestAction, POST: replies.POST }],
  ["coverage", { save: coverageForm.recordCoverageAction, POST: coverage.POST }],
];

let editor: Actor;
/** Some of the names that random forms give are on file, for each kind; "nl-amsterdam" is not. */
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
  editor = await makeActor("editor");
  await setPasswordHash(CONSOLE, editor.email, "may sign in");
  const sid = await openSession(editor.id);
  jar.set("next-auth.session-token", await encode({ token: { sid }, secret: "a secret of this test" }));
  for (const slug of ["nos", "src-001"]) {
    for (const make of [makeOrganization, makeStation, makeEvidence, makeClaim]) await make(editor, { slug });
    await makeResponse(editor, { slug, authority: "nos" });
  }
});

type Result = { readonly stored: unknown; readonly errors: Readonly<Record<string, string>> };
const storedAs = async (kind: RecordKind, slug: string) => (await findRecord(editor, kind, slug)).input;

/** The same once more, with the word that it is none of the records which it is like: the other door stored one. */
function saidOf(given: RandomForm, alike: readonly { readonly slug: string }[]): RandomForm {
  const { distinctFrom } = given;
  const said = distinctFrom?.kind === "list" ? distinctFrom.items : [];
  const others = alike.map(({ slug }) => slug).filter((slug) => !said.includes(slug));
  expect(others).not.toEqual([]);
  return { ...given, distinctFrom: { kind: "list", items: [...said, ...others], joint: null } };
}

async function saveForm(kind: RecordKind, door: Door, given: RandomForm): Promise<Result> {
  try {
    const outcome = await door.save({ status: "idle" }, formOf(given));
    if (outcome.status !== "invalid") return expect.fail(outcome.status);
    const { alike = [], errors } = outcome;
    return alike.length > 0 ? saveForm(kind, door, saidOf(given, alike)) : { stored: null, errors };
  } catch (redirected) {
    const [, , path] = (redirected as { digest?: string }).digest?.split(";") ?? [];
    if (path === undefined) throw redirected;
    return { stored: await storedAs(kind, path.split(/[/=]/).at(-1) ?? ""), errors: {} };
  }
}

async function postJson(kind: RecordKind, door: Door, given: RandomForm): Promise<Result> {
  const headers = { "content-type": "application/json" };
  const request = new Request("http://desk.example/api/v1/x", { method: "POST", body: jsonOf(given), headers });
  const answer = await door.POST(request, { params: Promise.resolve({}) });
  const body = (await answer.json()) as { slug: string; errors?: Record<string, string>; alike?: { slug: string }[] };
  expect([201, 422]).toContain(answer.status);
  if (body.alike) return postJson(kind, door, saidOf(given, body.alike));
  return answer.status === 201
    ? { stored: await storedAs(kind, body.slug), errors: {} }
    : { stored: null, errors: body.errors ?? {} };
}

const fieldsOf = ({ errors }: Result) =>
  [...new Set(Object.keys(errors).map((path) => path.replace(/^(\w+)\.\d+$/, "$1")))].sort();
const fieldIn = (input: unknown, field: string) => (input as Readonly<Record<string, unknown>>)[field];
/** A file names authorities by what they are called. */
const AUTHORITY: RandomForm = { authority: { kind: "text", text: "nos", isTyped: false } };
const FUTURE = validationSentence("inFuture", "en");
const UNKNOWN = validationSentence("unknownRecord", "en");

test.each(DOORS)("what is stored of the same %s is the same, and no door breaks", async (kind, door) => {
  await fc.assert(
    fc.asyncProperty(randomForms(RECORD_INPUTS[kind]), async (given) => {
      // A form may name a record by its name, in whatever capitals; a program names it by its slug alone.
      fc.pre(!jsonOf(given).includes("NOS"));
      const form = await saveForm(kind, door, given);
      const api = await postJson(kind, door, given);
      expect(form.stored).toEqual(api.stored);
      // What lies in the future is asked once all names are on file, or before: each door says it on its way.
      if (Object.values(api.errors).includes(FUTURE)) return;
      // A program is told of names that are not on file once all fields can be read; a form at once.
      if (Object.values(api.errors).every((sentence) => sentence === UNKNOWN))
        expect(fieldsOf(form)).toEqual(fieldsOf(api));
      else expect(fieldsOf(form)).toEqual(expect.arrayContaining(fieldsOf(api)));
    }),
    { ...RUNS, numRuns: 30 },
  );
});

test("what the loader stores is what a program would have stored", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-same-stored-"));
  const rows: Record<string, Readonly<Record<string, string>>[]> = {};
  const expected: { kind: keyof typeof CSV_NOUNS; slug: string; fields: string[]; stored: unknown }[] = [];
  for (const kind of Object.keys(CSV_NOUNS) as (keyof typeof CSV_NOUNS)[]) {
    const noun: CsvNoun = CSV_NOUNS[kind];
    const [, door] = DOORS.find(([name]) => name === kind) ?? expect.fail(kind);
    const sample = fc
      .sample(randomForms(RECORD_INPUTS[kind]), { ...RUNS, numRuns: 30 })
      .map((form, at) => rowOf(noun, form, at));
    const read = await throughFile(
      kind,
      sample.map(({ row }) => row),
    );
    for (const [at, { given, row }] of sample.entries()) {
      const { stored } = await postJson(kind, door, { ...given, ...(kind === "response" ? AUTHORITY : {}) });
      if (stored === null || read[at]?.errors !== null) continue;
      rows[noun.file] = [...(rows[noun.file] ?? []), row];
      expected.push({ kind, slug: noun.slug(row.id ?? ""), fields: Object.keys(noun.columns), stored });
    }
  }
  await writeDossier(folder, rows);
  await loadDossier({ folder });
  await rm(folder, { recursive: true });
  expect(expected.length).toBeGreaterThan(30);
  for (const { kind, slug, fields, stored } of expected) {
    const loaded = await storedAs(kind, slug);
    for (const field of fields) expect(fieldIn(loaded, field)).toEqual(fieldIn(stored, field));
  }
});

test("the rows are what the revisions say", async () => {
  expect(await checkHistory()).toMatchObject({ problem: null });
});
