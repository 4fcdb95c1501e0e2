import fc from "fast-check";
import { z } from "zod";
import { edtfInput, optionalEdtf } from "@/lib/dates/edtf";
import { claimSubjectInput } from "@/lib/records/claim";
import { countryCode, language } from "@/lib/records/input";
import { optionalTarget } from "@/lib/records/quote-target";
import { slug } from "@/lib/records/slug";
import { choice, pattern, prose, TEXTS } from "./odd-texts";
import { type Given, manyRows, manyTexts, oneText, STRANGE, STRANGE_IN_ROWS, strangers } from "./random-values";

/** How many forms of each noun, and which: the same ones in every run that is not told otherwise. */
export const RUNS = {
  numRuns: Number(process.env.SAME_INPUT_RUNS ?? 600),
  seed: Number(process.env.SAME_INPUT_SEED ?? 20_261_129),
};

export type RandomForm = Readonly<Record<string, Given>>;

/** What a field comes to behind its blanks, defaults and transformations. */
function bareField(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodPipe)
    return bareField(field.def.out instanceof z.ZodTransform ? field.def.in : field.def.out);
  if (field instanceof z.ZodDefault || field instanceof z.ZodNullable || field instanceof z.ZodOptional) {
    return bareField(field.def.innerType);
  }
  return field;
}

/** What somebody may give for a field, by the schema that reads it. @throws for a field that nothing is known of */
function givenFor(name: string, field: z.core.$ZodType): fc.Arbitrary<Given> {
  if (field === optionalEdtf || field === edtfInput) return oneText(TEXTS.date);
  const bare = bareField(field);
  if (bare instanceof z.ZodArray) {
    const { element } = bare.def;
    const row = bareField(element);
    if (row instanceof z.ZodObject) return manyRows(withStrangers(row, STRANGE_IN_ROWS));
    if (row === slug) return manyTexts(TEXTS.slug);
    return manyTexts(row === countryCode ? TEXTS.country : prose(200));
  }
  if (bare === slug) return oneText(TEXTS.slug);
  if (bare === countryCode) return oneText(TEXTS.country);
  if (bare === language) return oneText(TEXTS.language);
  if (field === optionalTarget) return oneText(TEXTS.target);
  if (field === claimSubjectInput) return oneText(TEXTS.subject);
  if (bare instanceof z.ZodURL) return oneText(TEXTS.address);
  if (bare instanceof z.ZodNumber) return oneText(TEXTS.number, { mayBeTyped: true });
  if (bare instanceof z.ZodBoolean) return oneText(TEXTS.flag, { mayBeTyped: true });
  if (bare instanceof z.ZodISODate) return oneText(TEXTS.date);
  if (bare instanceof z.ZodUUID) return oneText(TEXTS.slug);
  if (bare instanceof z.ZodEnum) return oneText(choice(bare.options.map(String)));
  if (bare instanceof z.ZodString) {
    const [form] = (bare.def.checks ?? []).flatMap(({ _zod: { def } }) =>
      "pattern" in def && def.pattern instanceof RegExp ? [def.pattern] : [],
    );
    if (form) return oneText(pattern(form));
    if (bare.maxLength !== null) return oneText(prose(bare.maxLength));
  }
  throw new Error(
    `There are no random values for the field “${name}”: say in random-forms.ts what may be given for it.`,
  );
}

const fieldsOf = (input: z.ZodObject): fc.Arbitrary<Record<string, Given>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(input.shape).map(([name, field]) => [name, givenFor(name, field as z.ZodType)]),
    ),
  );

const withStrangers = (input: z.ZodObject, names: readonly string[]): fc.Arbitrary<Record<string, Given>> =>
  fc.tuple(fieldsOf(input), strangers(names)).map(([known, unknown]) => ({ ...known, ...unknown }));

/** Forms of a noun, made of its schema: a new field is given by itself. */
export const randomForms = (input: z.ZodObject): fc.Arbitrary<RandomForm> => withStrangers(input, STRANGE);
