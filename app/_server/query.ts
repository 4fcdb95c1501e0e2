import "server-only";
import type { z } from "zod";
import { validationKey } from "@/lib/records/validation-key";
import { damageIn } from "@/lib/text/text-damage";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";

/**
 * The query of a route that is no list's view, each key once. @throws Invalid, also for keys that it does not know
 */
export function queryOf<Shape extends z.ZodObject>(url: URL, shape: Shape): z.output<Shape> {
  const given = Object.fromEntries(url.searchParams);
  const parsed = shape.strict().safeParse(given, { error: validationKey });
  const damaged = [...damageIn(given).keys()];
  if (damaged.length > 0) throw new Invalid(Object.fromEntries(damaged.map((key) => [key, "validation.invalid"])));
  if (parsed.success) return parsed.data as z.output<Shape>;
  throw new Invalid(
    Object.fromEntries(
      parsed.error.issues.flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.map((key) => [key, "validation.unknownKey"])
          : [[issue.path.join("."), issue.message]],
      ),
    ),
  );
}

/** A person's or a comment's id in an address; a text that none can have is one that nothing has. */
export function asId(text: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) throw Refusal.notFound();
  return text;
}
