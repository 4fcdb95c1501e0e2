import { z } from "zod";
import { isBlank } from "../text/blank";
import { isCountry } from "./country";
import { readNumber } from "./number-text";
import { groupRowFields, rowField } from "./rows";
import { slug } from "./slug";

/** What forms leave empty means "not known": it is stored as null, never as "". */
export const blankToNull = (value: unknown) => (typeof value === "string" && isBlank(value) ? null : value);

export const requiredText = (max = 2000) =>
  z
    .string({ error: "validation.required" })
    .trim()
    .refine((text) => !isBlank(text), "validation.required")
    .max(max, "validation.tooLong");

export const optionalText = (max = 4000) =>
  z.preprocess(blankToNull, z.string().trim().max(max, "validation.tooLong").nullable().default(null));

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
    if (typeof present !== "string") return present;
    const number = readNumber(present, (other) => check.safeParse(other).success);
    if (typeof number === "number") return number;
    const message = number === "ambiguous" ? "validation.ambiguousNumber" : "validation.number";
    context.addIssue({ code: "custom", message, input: value });
    return z.NEVER;
  }, check.nullable().default(null));

export const optionalOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(blankToNull, z.enum(values, { error: "validation.choice" }).nullable().default(null));

/** ISO 3166-1 alpha-2, in capitals; "gb" is taken for "GB". */
export const countryCode = z
  .string({ error: "validation.country" })
  .trim()
  .toUpperCase()
  .refine(isCountry, "validation.country");
export const optionalCountry = z.preprocess(blankToNull, countryCode.nullable().default(null));

/** BCP 47, as far as the desk uses it: "nl", "zh-Hant", "pt-BR". */
export const language = z
  .string({ error: "validation.language" })
  .trim()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, "validation.language");
export const optionalLanguage = z.preprocess(blankToNull, language.nullable().default(null));

export const optionalSlug = z.preprocess(blankToNull, slug.nullable().default(null));

/** A form sends one value, several, or "" for none; the order stays, twins are dropped. */
const toList = (value: unknown) => {
  const items = value === undefined || value === null || value === "" ? [] : Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item !== "string" || item.trim() !== "");
};
/** Without JavaScript several names are typed in one box: each on its line, or with a semicolon between them. */
const split = (value: unknown) =>
  toList(value).flatMap((item) =>
    typeof item === "string" ? toList(item.split(/[;\n]/).map((part) => part.trim())) : [item],
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

const whole = <Input, Rest>(
  input: z.ZodType<Input>,
  rest: (raw: Record<string, unknown>) => { rest: z.ZodType<Rest>; content: Record<string, unknown> },
) =>
  z.record(z.string(), z.unknown()).transform((raw, context) => {
    const { rest: about, content } = rest(raw);
    const { content: nested, indexes } = groupRowFields(content);
    const parsed = input.safeParse(nested);
    const aboutResult = about.safeParse(raw);
    for (const issue of [...(parsed.error?.issues ?? []), ...(aboutResult.error?.issues ?? [])]) {
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) {
          context.addIssue({ code: "custom", path: [...issue.path, key], message: "validation.unknownKey" });
        }
        continue;
      }
      const [list, index, field] = issue.path.map(String);
      const row = list && index ? indexes[list]?.[Number(index)] : undefined;
      const path = list && row !== undefined && field ? [rowField(list, row, field)] : [...issue.path];
      context.issues.push({ ...issue, path, input: undefined });
    }
    return parsed.success && aboutResult.success ? { ...aboutResult.data, input: parsed.data } : z.NEVER;
  });

/** Of a reason or a note that goes with a change. */
export const LONGEST_REASON = 1000;

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
      basedOn: z.coerce.number({ error: "validation.number" }).int("validation.number"),
    }),
    content,
  }));

/** What a program sends to change some fields of a record: those, and the version that the change was made from. */
export const patch = z
  .record(z.string(), z.unknown())
  .transform(({ basedOn, reason: why, distinctFrom: others, ...changes }, context) => {
    const about = z
      .object({ reason, distinctFrom, basedOn: z.int("validation.basedOn") })
      .safeParse({ basedOn, reason: why, distinctFrom: others });
    for (const issue of about.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [...issue.path], message: issue.message });
    }
    return about.success ? { ...about.data, changes } : z.NEVER;
  });
