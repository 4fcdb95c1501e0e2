import type { z } from "zod";
import { parseBody, readJsonObject } from "@/app/_server/json-body";
import { parseInput } from "@/app/_server/parse-input";
import { readNumber } from "@/lib/records/number-text";
import { rowField } from "@/lib/records/rows";
import { isBlank } from "@/lib/text/blank";
import { formValues } from "@/lib/workflow/form-values";
import type { RandomForm } from "./random-forms";
import type { Given } from "./random-values";

// How what somebody gives is written at each door: all that may differ between them is said here, and nowhere else.

/** Field → the sentences beside it; null when the input is taken. */
export type Verdict = {
  readonly input: unknown;
  readonly errors: Readonly<Record<string, readonly string[]>> | null;
};

/** A form leaves out a row in which nothing was filled in: a program does not send one. */
function filledRows(rows: readonly RandomForm[]): RandomForm[] {
  return rows.filter((row) => Object.values(row).some((cell) => cell.kind === "text" && !isBlank(cell.text)));
}

/** A browser sends each line break as CR LF; what is left empty is an empty text. */
export function formOf(form: RandomForm): FormData {
  const data = new FormData();
  const append = (name: string, text: string) => data.append(name, text.replace(/\r\n?|\n/g, "\r\n"));
  for (const [name, given] of Object.entries(form)) {
    if (given.kind === "null") append(name, "");
    if (given.kind === "text") append(name, given.text);
    if (given.kind === "list" && given.joint !== null) append(name, given.items.join(given.joint));
    else if (given.kind === "list") for (const item of given.items) append(name, item);
    if (given.kind !== "rows") continue;
    for (const [index, row] of filledRows(given.rows).entries()) {
      for (const [field, cell] of Object.entries(row)) {
        if (cell.kind === "text") append(rowField(name, index, field), cell.text);
        if (cell.kind === "null") append(rowField(name, index, field), "");
      }
    }
  }
  return data;
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** JSON has numbers of its own, with one reading each, and its own yes and no; null is an explicit nothing. */
function jsonValue(given: Given): unknown {
  if (given.kind === "null") return null;
  if (given.kind === "list") return given.joint === null ? given.items : given.items.join(given.joint);
  if (given.kind === "rows") return filledRows(given.rows).map(jsonObject);
  if (given.kind === "absent") return undefined;
  const { text, isTyped } = given;
  if (!isTyped) return text;
  if (text === "true" || text === "false") return text === "true";
  return PLAIN_NUMBER.test(text) && typeof readNumber(text, () => true) === "number" ? Number(text) : text;
}

const jsonObject = (form: RandomForm): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, given]) => (given.kind === "absent" ? [] : [[name, jsonValue(given)]])),
  );

export const jsonOf = (form: RandomForm): string => JSON.stringify(jsonObject(form));

/** "stations.2" is an item of a list, which is one field of a form; "stances.0.quote" is a field of its own. */
const fieldOf = (path: string) => path.replace(/^(\w+)\.\d+$/, "$1");

function verdictOf(parsed: { input: unknown } | { errors: Record<string, string> }): Verdict {
  if ("input" in parsed) return { input: parsed.input, errors: null };
  const errors = new Map<string, string[]>();
  for (const [path, sentence] of Object.entries(parsed.errors)) {
    errors.set(fieldOf(path), [...(errors.get(fieldOf(path)) ?? []), sentence]);
  }
  return { input: null, errors: Object.fromEntries(errors) };
}

export const throughForm = (schema: z.ZodType, form: RandomForm): Verdict =>
  verdictOf(parseInput(schema, formValues(formOf(form)), "en", "field"));

export async function throughApi(schema: z.ZodType, form: RandomForm): Promise<Verdict> {
  const headers = { "content-type": "application/json" };
  const request = new Request("http://desk.example/", { method: "POST", body: jsonOf(form), headers });
  return verdictOf(parseBody(schema, await readJsonObject(request), "en"));
}
