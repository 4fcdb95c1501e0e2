import { z } from "zod";
import { referencedKind } from "./record-field";

/** What a field's schema comes to behind its blanks and defaults. */
function bareSchema(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return bareSchema(schema.def.out);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return bareSchema(schema.def.innerType);
  }
  return schema;
}

/**
 * The most characters that a form's field takes, also in a row ("stances.0.quote"); undefined for what is no text of one's
 * own: a choice, a list, a date, the name of a record.
 */
export function longestOf(input: z.ZodObject, name: string): number | undefined {
  const [list = name, , inner] = name.split(".");
  if (referencedKind(inner ?? list)) return undefined;
  const own = bareSchema(input.shape[list]);
  const row = own instanceof z.ZodArray ? bareSchema(own.element) : null;
  const schema = inner && row instanceof z.ZodObject ? bareSchema(row.shape[inner]) : own;
  const isText = schema instanceof z.ZodString || schema instanceof z.ZodURL;
  return isText ? (schema.maxLength ?? undefined) : undefined;
}
