import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { RECORD_KINDS } from "@/lib/records/editorial";
import { recordOf } from "@/lib/records/input";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { replyEntryInput } from "@/lib/records/reply-status";
import { validationSentence } from "@/lib/workflow/field-errors";
import { throughFile } from "./csv-door";
import { CSV_NOUNS, type CsvNoun, rowOf } from "./csv-nouns";
import { throughApi, throughForm, type Verdict } from "./doors";
import { type RandomForm, RUNS, randomForms } from "./random-forms";

const KINDS_OF_FILES = Object.keys(CSV_NOUNS) as (keyof typeof CSV_NOUNS)[];

/** A program is told of each item of a list, a form of one. */
function expectSame(form: Verdict, api: Verdict) {
  expect(form.input).toEqual(api.input);
  expect(Object.keys(form.errors ?? {}).sort()).toEqual(Object.keys(api.errors ?? {}).sort());
  for (const [field, [sentence]] of Object.entries(form.errors ?? {}))
    expect(api.errors?.[field]).toContain(sentence);
}

async function expectSameVerdict(schema: z.ZodType, given: RandomForm) {
  expectSame(throughForm(schema, given), await throughApi(schema, given));
}

test.each(RECORD_KINDS)("a form and a program are told the same of the same %s", async (kind) => {
  const input: z.ZodObject = RECORD_INPUTS[kind];
  const schema = recordOf<unknown>(input);
  await fc.assert(
    fc.asyncProperty(randomForms(input), (given) => expectSameVerdict(schema, given)),
    RUNS,
  );
});

test("a form and a program are told the same of what happened to a reply request", async () => {
  await fc.assert(
    fc.asyncProperty(randomForms(replyEntryInput), (given) => expectSameVerdict(replyEntryInput, given)),
    RUNS,
  );
});

test("a field of a sort that is not known here fails by its name", () => {
  expect(() => randomForms(z.object({ seen: z.date() }))).toThrow("“seen”");
});

/** Rules between fields: the loader asks them of rows whose cells can each be read. */
const BETWEEN = (
  [
    "bothCoordinates",
    "precisionMissing",
    "publicFiner",
    "quoteLanguage",
    "scopeCountry",
    "boundWithoutValue",
  ] as const
).map((key) => validationSentence(key, "en"));

function isSame(fields: readonly string[], api: Verdict, file: Verdict): boolean {
  if (api.errors === null || file.errors === null) {
    const { input } = (api.input ?? { input: null }) as { input: Readonly<Record<string, unknown>> | null };
    const loaded = (file.input ?? {}) as Readonly<Record<string, unknown>>;
    return api.errors === file.errors && fields.every((field) => isDeepStrictEqual(loaded[field], input?.[field]));
  }
  const own = Object.entries(api.errors).filter(([, [sentence = ""]]) => !BETWEEN.includes(sentence));
  const of = Object.entries(file.errors).filter(([, [sentence = ""]]) => !BETWEEN.includes(sentence));
  return isDeepStrictEqual(
    new Map(own.map(([field, [sentence]]) => [field, sentence])),
    new Map(of.map(([field, [sentence]]) => [field, sentence])),
  );
}

test.each(KINDS_OF_FILES)("the loader says the same as a program of the same %s", async (kind) => {
  const noun: CsvNoun = CSV_NOUNS[kind];
  const given = fc.sample(randomForms(RECORD_INPUTS[kind]), RUNS).map((form, at) => rowOf(noun, form, at));
  const read = await throughFile(
    kind,
    given.map(({ row }) => row),
  );
  const differing: string[] = [];
  for (const [at, { given: form, row }] of given.entries()) {
    const api = await throughApi(recordOf<unknown>(RECORD_INPUTS[kind]), form);
    const file = read[at] ?? expect.fail("a row was lost");
    // A station is called after its place: what is too long for a name can't be said otherwise in a file.
    if (file.errors && "column name" in file.errors) continue;
    if (!isSame(Object.keys(noun.columns), api, file)) differing.push(JSON.stringify({ row, api, file }));
  }
  const [shortest] = differing.sort((a, b) => a.length - b.length);
  expect(shortest, `${differing.length} rows differ; SAME_INPUT_SEED=${RUNS.seed} gives them again`).toBeUndefined();
});
