import { z } from "zod";
import { readDateText } from "../dates/date-text";
import { isBlank } from "../text/blank";
import { readLanguage } from "../text/language-text";
import { unifyLineEnds } from "../text/line-ends";
import { isCountry } from "./country";
import { readCountry } from "./country-text";
import { LONGEST_REASON } from "./longest-reason";
import { isKept, readNumber } from "./number-text";
import { groupRowFields, rowField } from "./rows";
import { slug } from "./slug";
import { validationKey } from "./validation-key";

/** Nothing that follows is asked of an empty field, nor of fields that depend on it. */
export const REQUIRED = { error: "validation.required", abort: true } as const;
export const isFilled = (text: string) => !isBlank(text);

/** What forms leave empty means "not known": it is stored as null, never as "". */
export const blankToNull = (value: unknown) => (typeof value === "string" && isBlank(value) ? null : value);

export const requiredText = (max = 2000) =>
  z.string().overwrite(unifyLineEnds).trim().refine(isFilled, REQUIRED).max(max, "validation.tooLong");

export const optionalText = (max = 4000) =>
  z.preprocess(
    blankToNull,
    z.string().overwrite(unifyLineEnds).trim().max(max, "validation.tooLong").nullable().default(null),
  );

export const optionalUrl = z.preprocess(
  blankToNull,
  z
    .url({ protocol: /^https?$/, error: "validation.url" })
    .max(2000, "validation.tooLong")
    .nullable()
    .default(null),
);

export const optionalNumber = (check: z.ZodNumber = z.number({ error: "validation.number" })) =>
  z.preprocess((value, context) => {
    const present = blankToNull(value);
    if (typeof present === "number" && !isKept(present)) return Number.NaN;
    if (typeof present === "number") return present + 0;
    if (typeof present !== "string") return present;
    const number = readNumber(present, (other) => check.safeParse(other).success);
    if (typeof number === "number") return number + 0;
    const message = number === "ambiguous" ? "validation.ambiguousNumber" : "validation.number";
    context.addIssue({ code: "custom", message, input: value });
    return z.NEVER;
  }, check.nullable().default(null));

type Words = readonly [string, ...string[]];

/** One of the allowed words, as it stands there; white space around it is none of it. */
export const oneOf = <const T extends Words>(values: T) =>
  z
    .string({ error: "validation.choice" })
    .trim()
    .pipe(z.enum(values, { error: "validation.choice" }));
export const optionalOneOf = <const T extends Words>(values: T) =>
  z.preprocess(blankToNull, oneOf(values).nullable().default(null));
/** The same; what is left empty is `usual`. */
export const oneOfOr = <const T extends Words>(values: T, usual: T[number]) =>
  z.preprocess((value) => blankToNull(value) ?? undefined, oneOf(values).default(usual as never));

const FLAGS: Readonly<Record<string, boolean>> = { true: true, on: true, false: false };
/** Yes or no; what is left empty is `usual`. */
export const flagOr = (usual: boolean) =>
  z.preprocess((value) => {
    const present = blankToNull(value) ?? undefined;
    return typeof present === "string" ? (FLAGS[present.trim()] ?? present) : present;
  }, z.boolean("validation.choice").default(usual));

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;
function readDay(text: string): string | null {
  const read = readDateText(text);
  return read !== null && read !== "ambiguous" && WHOLE_DAY.test(read.edtf) ? read.edtf : null;
}

/** A day of the calendar: "2022-10-26"; a person's spelling of it is taken for it. */
export const day = z
  .string({ error: "validation.day" })
  .trim()
  .overwrite((text) => readDay(text) ?? text)
  .pipe(z.iso.date({ error: "validation.day", abort: true }));
export const optionalDay = z.preprocess(blankToNull, day.nullable().default(null));

/** The version that a change was made from: a whole number, or as forms have it, its digits. */
export const version = z.preprocess(
  (value) => (typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value),
  z.int32("validation.basedOn"),
);

/** ISO 3166-1 alpha-2, in capitals; "gb" is taken for "GB", and so is a name of the country. */
export const countryCode = z
  .string({ error: "validation.country" })
  .trim()
  .overwrite((text) => readCountry(text) ?? text)
  .refine(isCountry, { error: "validation.country", abort: true });
export const optionalCountry = z.preprocess(blankToNull, countryCode.nullable().default(null));

/** BCP 47, as far as the desk uses it: "nl", "zh-Hant", "pt-BR"; a language's name is taken for its code. */
export const language = z
  .string({ error: "validation.language" })
  .trim()
  .overwrite((text) => readLanguage(text) ?? text)
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, "validation.language");
export const optionalLanguage = z.preprocess(blankToNull, language.nullable().default(null));

export const optionalSlug = z.preprocess(blankToNull, slug.nullable().default(null));

/** A form sends one value, several, or "" for none; the order stays, twins are dropped. */
const toList = (value: unknown) => {
  const items = value === undefined || value === null || value === "" ? [] : Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item !== "string" || !isBlank(item));
};
/** Without JavaScript several names are typed in one box: each on its line, or with a semicolon between them. */
const split = (value: unknown) =>
  toList(value).flatMap((item) =>
    typeof item === "string" ? toList(item.split(/[;\r\n]/).map((part) => part.trim())) : [item],
  );
const unique = <T>(items: T[]) => [...new Set(items)];

export const slugs = z.preprocess(split, z.array(slug).max(200, "validation.tooMany").transform(unique).default([]));
export const countries = z.preprocess(
  split,
  z.array(countryCode).max(60, "validation.tooMany").transform(unique).default([]),
);
export const names = z.preprocess(
  split,
  z.array(requiredText(200)).max(40, "validation.tooMany").transform(unique).default([]),
);

/** Rows of a repeated fieldset; a form sends them as one JSON string per row when it has no JavaScript to nest them. */
export const rowsOf = <T extends z.ZodType>(row: T) =>
  z.preprocess(
    (value) =>
      toList(value).map((item) => {
        if (typeof item !== "string") return item;
        try {
          return JSON.parse(item) as unknown;
        } catch {
          return item;
        }
      }),
    z.array(row).max(200, "validation.tooMany").default([]),
  );

/** All fields, whatever they are called: a record of zod's leaves "__proto__" out. */
const fields = z.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

const whole = <Input, Rest>(
  input: z.ZodType<Input>,
  rest: (raw: Record<string, unknown>) => { rest: z.ZodType<Rest>; content: Record<string, unknown> },
) =>
  fields.transform((raw, context) => {
    const { rest: about, content } = rest(raw);
    const { content: nested, indexes } = groupRowFields(content);
    const parsed = input.safeParse(nested, { error: validationKey });
    const aboutResult = about.safeParse(raw, { error: validationKey });
    /** An error in a row stands beside the row's field. */
    const pathOf = (path: PropertyKey[]) => {
      const [list, index, field] = path.map(String);
      const row = list && index ? indexes[list]?.[Number(index)] : undefined;
      return list && row !== undefined && field ? [rowField(list, row, field)] : [...path];
    };
    for (const issue of [...(parsed.error?.issues ?? []), ...(aboutResult.error?.issues ?? [])]) {
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) {
          context.addIssue({ code: "custom", path: pathOf([...issue.path, key]), message: "validation.unknownKey" });
        }
        continue;
      }
      context.issues.push({ ...issue, path: pathOf(issue.path), input: undefined });
    }
    return parsed.success && aboutResult.success ? { ...aboutResult.data, input: parsed.data } : z.NEVER;
  });

const reason = optionalText(LONGEST_REASON);
/** What a person said that it is none of: records that it is alike to. */
const distinctFrom = slugs;

/** What a form sends to record something new: the fields of `input`, flat, with a reason for the history if there is one. */
export const recordOf = <Input>(input: z.ZodType<Input>) =>
  whole(input, ({ reason: _reason, distinctFrom: _distinctFrom, ...content }) => ({
    rest: z.object({ reason, distinctFrom }),
    content,
  }));

/** What a form sends to revise: the same, with the record's slug and the version that the change was made from. */
export const revisionOf = <Input>(input: z.ZodType<Input>) =>
  whole(input, ({ reason: _reason, distinctFrom: _distinctFrom, slug: _slug, basedOn: _basedOn, ...content }) => ({
    rest: z.object({
      reason,
      distinctFrom,
      slug,
      basedOn: version,
    }),
    content,
  }));

/** What a program sends to change some fields of a record: those, and the version that the change was made from. */
export const patch = fields.transform(({ basedOn, reason: why, distinctFrom: others, ...changes }, context) => {
  const about = z
    .object({ reason, distinctFrom, basedOn: version })
    .safeParse({ basedOn, reason: why, distinctFrom: others });
  for (const issue of about.error?.issues ?? []) {
    context.addIssue({ code: "custom", path: [...issue.path], message: issue.message });
  }
  return about.success ? { ...about.data, changes } : z.NEVER;
});
