import { and, desc, eq, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { FilterChoices } from "@/lib/filters/filter-field";
import { type QuestionField, splitFields, type TypedField } from "@/lib/filters/question-fields";
import {
  type AskedDays,
  type DayField,
  isDayField,
  isNamedField,
  kindNamedBy,
  type NamedKind,
  readDays,
  readValue,
} from "@/lib/filters/question-values";
import { type AskedFields, asksNothing } from "@/lib/filters/question-views";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { organizations, stations } from "../../schema";
import { visibleTo } from "../visibility";
import { matchesText } from "./text-search";

/** A value of a field that could not be taken; a key of the `search.problem` catalogue says why. */
export type FieldProblem = {
  readonly field: QuestionField;
  readonly value: string;
  readonly reason: "unknown" | "notADate" | "notExcluded" | "repeated" | "tooMany";
};

/** A question as it was typed, its words, and what its fields ask for; null when it has none that could be taken. */
export type AskedQuestion = {
  readonly typed: string;
  readonly words: string;
  readonly fields: AskedFields | null;
  readonly problems: readonly FieldProblem[];
};

/** A list's filter takes no more of one field. */
const MOST_VALUES = 100;

/**
 * Takes a question apart. What its fields name is looked up among what this person may see: a draft's name is to a reader of
 * published records as unknown as any that nobody has. A value that could not be taken is left out and told of.
 */
export async function readQuestion(actor: Actor, typed: string): Promise<AskedQuestion> {
  requirePermission(actor, "read published records");
  const text = typed.replaceAll("\0", " ");
  const { words, fields } = splitFields(text, may(actor, "read drafts"));
  if (fields.length === 0) return { typed: text, words: text, fields: null, problems: [] };
  const slugs = await listNamed(actor, namesAsked(fields));
  const problems: FieldProblem[] = [];
  const asked: AskedFields = {
    choices: choicesOf(fields, slugs, problems),
    days: daysOf(fields, problems),
  };
  const once = new Map(problems.map((problem) => [`${problem.field}:${problem.value}`, problem]));
  return { typed: text, words, fields: asksNothing(asked) ? null : asked, problems: [...once.values()] };
}

const key = (name: string) => name.toLowerCase();
const keyOf = (kind: NamedKind, name: string) => `${kind} ${key(name)}`;
const namesAsked = (fields: readonly TypedField[]) => {
  const asked = fields.flatMap(({ field, values }) =>
    isNamedField(field) ? values.map((value) => ({ kind: kindNamedBy(field), name: key(value) })) : [],
  );
  return [...new Map(asked.map((one) => [keyOf(one.kind, one.name), one])).values()];
};

type Named = { readonly kind: NamedKind; readonly name: string };

/** For each name the records that are called so, by the slug or else by words of the name. */
async function listNamed(actor: Actor, names: readonly Named[]): Promise<Map<string, string[]>> {
  const [first, ...others] = names.map((one) => recordsNamed(actor, one));
  const found = new Map<string, string[]>();
  if (!first) return found;
  const [second, ...rest] = others;
  for (const { kind, name, slug, isExact } of await (second ? unionAll(first, second, ...rest) : first)) {
    const known = keyOf(kind, name);
    const slugs = found.get(known) ?? [];
    if (isExact) found.set(known, [slug]);
    else if (slugs[0] !== name) found.set(known, [...slugs, slug]);
  }
  return found;
}

function recordsNamed(actor: Actor, { kind, name }: Named) {
  const table = kind === "station" ? (stations as unknown as typeof organizations) : organizations;
  const isExact = eq(table.slug, name);
  return db
    .select({
      kind: sql<NamedKind>`${kind}::text`,
      name: sql<string>`${name}::text`,
      slug: sql<string>`${table.slug}`,
      isExact: sql<boolean>`${isExact}`,
    })
    .from(table)
    .where(and(visibleTo(actor, table), or(isExact, matchesText(table.search, name))))
    .orderBy(desc(isExact), table.slug)
    .limit(MOST_VALUES + 1);
}

type ChoiceName = Exclude<QuestionField, DayField>;

function choicesOf(
  fields: readonly TypedField[],
  slugs: ReadonlyMap<string, readonly string[]>,
  problems: FieldProblem[],
): Map<ChoiceName, FilterChoices> {
  const choices = new Map<ChoiceName, FilterChoices>();
  for (const { field, values, excluded } of fields) {
    if (isDayField(field)) continue;
    for (const value of values) {
      const codes = isNamedField(field)
        ? (slugs.get(keyOf(kindNamedBy(field), value)) ?? [])
        : readValue(field, value);
      const { any, without } = choices.get(field) ?? { any: [], without: [] };
      const chosen = [...new Set([...(excluded ? without : any), ...codes])];
      if (codes.length === 0) problems.push({ field, value, reason: "unknown" });
      else if (chosen.length > MOST_VALUES) problems.push({ field, value, reason: "tooMany" });
      else choices.set(field, excluded ? { any, without: chosen } : { any: chosen, without });
    }
  }
  return choices;
}

/** One period: where two are asked for, what is in both. */
function daysOf(fields: readonly TypedField[], problems: FieldProblem[]): AskedDays {
  let days: AskedDays = {};
  for (const { field, values, excluded } of fields) {
    if (!isDayField(field)) continue;
    for (const value of values) {
      const read = excluded ? null : readDays(field, value);
      if (read === null) problems.push({ field, value, reason: excluded ? "notExcluded" : "notADate" });
      else if ((read.from && days.from) || (read.to && days.to)) problems.push({ field, value, reason: "repeated" });
      else days = { ...days, ...read };
    }
  }
  return days;
}
