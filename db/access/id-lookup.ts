import { and } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import type { Tx } from "../client";
import { isOneOf } from "./records/bulk-rows";
import { editorialTableOf } from "./tables";
import { visibleTo } from "./visibility";

/** Gives the id behind a slug that an input names; `field` is where the error for a wrong one stands. */
export type IdLookup = <S extends string | null>(
  kind: RecordKind,
  slug: S,
  field: string,
) => S extends null ? string | null : string;

type Wanted = { kind: RecordKind; slug: string; field: string };

/**
 * Runs `build` twice: once to learn which records the inputs name, then, after one query a kind, with their ids.
 * @param scope which records may be named; those that the person sees
 * @throws Invalid "validation.unknownRecord" beside each field that names a record this person can't see
 */
export async function withIds<T>(
  tx: Tx,
  actor: Actor,
  build: (id: IdLookup) => T,
  scope: typeof visibleTo = visibleTo,
): Promise<T> {
  const wanted: Wanted[] = [];
  const note = ((kind: RecordKind, slug: string | null, field: string) => {
    if (slug !== null) wanted.push({ kind, slug, field });
    return slug === null ? null : "";
  }) as IdLookup;
  build(note);

  const found = new Map<string, string>();
  for (const kind of new Set(wanted.map((item) => item.kind))) {
    const table = editorialTableOf(kind);
    const slugs = [...new Set(wanted.filter((item) => item.kind === kind).map((item) => item.slug))];
    const rows = await tx
      .select({ id: table.id, slug: table.slug })
      .from(table)
      .where(and(isOneOf(table.slug, slugs), scope(actor, table)));
    for (const row of rows) found.set(`${kind} ${row.slug}`, row.id);
  }

  const unknown = wanted.filter(({ kind, slug }) => !found.has(`${kind} ${slug}`));
  if (unknown.length > 0) {
    throw new Invalid(Object.fromEntries(unknown.map(({ field }) => [field, "validation.unknownRecord"])));
  }
  const give = ((kind: RecordKind, slug: string | null) =>
    slug === null ? null : (found.get(`${kind} ${slug}`) ?? null)) as IdLookup;
  return build(give);
}
