import { z } from "zod";
import type { Locale } from "@/lib/text/locale";
import { validationSentence } from "@/lib/workflow/field-errors";
import { type Parsed, parseInput } from "./parse-input";
import { BadRequest } from "./problem";

const LARGEST = 1_000_000;

/** The body of a write as an object. @throws BadRequest */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/(merge-patch\+)?json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new BadRequest(415, "unsupported");
  }
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST) throw new BadRequest(413, "tooLarge");
  const text = await request.text();
  if (text.length > LARGEST) throw new BadRequest(413, "tooLarge");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BadRequest(400, "badRequest");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new BadRequest(400, "badRequest");
  return body as Record<string, unknown>;
}

/** The keys an input knows, or null when the schema can't say. */
function keysOf(schema: z.core.$ZodType): string[] | null {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return keysOf(schema.def.in) ?? keysOf(schema.def.out);
  if (schema instanceof z.ZodIntersection) return join([schema.def.left, schema.def.right]);
  if (schema instanceof z.ZodUnion) return join(schema.def.options);
  return null;
}

function join(schemas: readonly z.core.$ZodType[]): string[] | null {
  const keys = schemas.map(keysOf);
  return keys.every((known) => known !== null) ? keys.flat() : null;
}

/** The body as the schema's input; a key that the schema doesn't know is an error, never dropped in silence. */
export function parseBody<S extends z.ZodType>(schema: S, body: Record<string, unknown>, locale: Locale): Parsed<S> {
  const known = keysOf(schema);
  const strange = known ? Object.keys(body).filter((key) => !known.includes(key)) : [];
  const parsed = parseInput(schema, body, locale, "path");
  if (strange.length === 0) return parsed;
  const unknown = Object.fromEntries(
    strange.map((key) => [key, validationSentence("validation.unknownKey", locale)]),
  );
  return { errors: { ...unknown, ...("errors" in parsed ? parsed.errors : {}) } };
}
