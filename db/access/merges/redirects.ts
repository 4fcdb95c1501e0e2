import { and, eq, inArray, isNotNull, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import { type References, referencesIn } from "@/lib/records/record-field";
import { type Redirects, redirectReferences } from "@/lib/records/record-merge";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { may } from "@/lib/workflow/policy";
import { requirePermission } from "@/lib/workflow/require-permission";
import { type Db, db } from "../../client";
import { merges } from "../../schema";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

const oneOf = (slugs: readonly string[]) => sql`${merges.absorbedSlug} = any(${`{${slugs.join(",")}}`}::text[])`;

type Link = { readonly kind: RecordKind; readonly from: string; readonly to: string };

async function standingMerges(on: Db, slugs: readonly string[], except?: string | null): Promise<Link[]> {
  const known = slugs.filter((slug) => /^[a-z0-9-]+$/.test(slug));
  if (known.length === 0) return [];
  return on
    .select({
      kind: sql<RecordKind>`${merges.recordKind}`,
      from: merges.absorbedSlug,
      to: merges.survivorSlug,
    })
    .from(merges)
    .where(and(merges.isActive, oneOf(known), except ? ne(merges.id, except) : undefined));
}

/** Where the absorbed ones among these slugs lead by now: a survivor may have been absorbed itself. */
async function readRedirects(on: Db, wanted: References, except?: string | null): Promise<Redirects> {
  const links: Link[] = [];
  let next = Object.values(wanted).flat();
  while (next.length > 0) {
    const found = await standingMerges(on, [...new Set(next)], except);
    links.push(...found);
    next = found.map(({ to }) => to);
  }
  const found: Partial<Record<RecordKind, Map<string, string>>> = {};
  const endOf = (kind: RecordKind, slug: string): string => {
    const link = links.find((one) => one.kind === kind && one.from === slug);
    return link ? endOf(kind, link.to) : slug;
  };
  for (const { kind, from } of links) found[kind] = (found[kind] ?? new Map()).set(from, endOf(kind, from));
  return found;
}

const isEmpty = (redirects: Redirects) => Object.keys(redirects).length === 0;

/**
 * The same contents, naming the survivor wherever they name a record that became another one.
 * @param leave `conflicts`: two rows stay as they are that are about one thing by that and do not say the same; `merge`: the
 * id of one that is left out of account, since it is taken back
 * @throws Invalid for such rows, unless they stay
 */
export async function leadReferencesOn<Content extends Snapshot>(
  on: Db,
  contents: readonly Content[],
  leave: { readonly conflicts?: boolean; readonly merge?: string | null } = {},
): Promise<Content[]> {
  const redirects = await readRedirects(on, referencesIn(contents), leave.merge);
  if (isEmpty(redirects)) return [...contents];
  return contents.map((content) => {
    const { content: led, conflicts } = redirectReferences(content, redirects);
    if (conflicts.length === 0 || leave.conflicts) return led as Content;
    throw new Invalid(Object.fromEntries(conflicts.map((field) => [field, "validation.evidenceTwice"])));
  });
}

/** Those of these slugs that were a record's which became another one: none of them is given anew. */
export async function absorbedSlugs(on: Db, kind: RecordKind, slugs: readonly string[]): Promise<string[]> {
  const found = await standingMerges(on, slugs);
  return found.filter((link) => link.kind === kind).map(({ from }) => from);
}

/**
 * The record that an old address leads to; null when it leads nowhere that this person may see. Who reads published records
 * is led on from what had been published alone: an address that they never could open is none for them.
 */
export async function findSurvivor(actor: Actor, kind: RecordKind, slug: string): Promise<string | null> {
  requirePermission(actor, "read published records");
  return (await survivorsOf(actor, kind, [slug])).get(slug) ?? null;
}

/** The same for many slugs of a kind. */
export async function survivorsOf(
  actor: Actor,
  kind: RecordKind,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const led = (await readRedirects(db, { [kind]: [...slugs] }))[kind];
  if (!led) return new Map();
  const table = editorialTableOf(kind);
  const any = (names: Iterable<string>) => sql`${table.slug} = any(${`{${[...names].join(",")}}`}::text[])`;
  const wasOut = may(actor, "read drafts") ? undefined : isNotNull(table.publishedAt);
  const rows = await db
    .select({ slug: table.slug, state: table.state })
    .from(table)
    .where(
      or(and(any(led.values()), visibleTo(actor, table)), and(any(led.keys()), eq(table.state, "merged"), wasOut)),
    );
  const seen = new Set(rows.map((row) => row.slug));
  return new Map([...led].filter(([from, to]) => seen.has(from) && seen.has(to)));
}

/** True for the id of a record and of every one that became one with it. */
export const absorbedInto = (column: SQLWrapper, id: string | SQLWrapper): SQL =>
  sql`${column} in ${absorbedIds(id)}`;

/** The ids of a record and of all that became it, a row each, as a subquery. */
export const absorbedIds = (id: string | SQLWrapper): SQL =>
  sql`(
    with recursive led(id) as (
      select ${id}::uuid
      union select ${merges.absorbedId} from ${merges} join led on ${merges.survivorId} = led.id and ${merges.isActive}
    )
    select led.id from led
  )`;

/** The id of the record that the one of this id became by now: itself, when it became none. */
export const survivorOf = (column: SQLWrapper): SQL<string> =>
  sql`(with recursive led(id, steps) as (
      select ${column}, 0
      union all select ${merges.survivorId}, led.steps + 1 from ${merges} join led on ${merges.absorbedId} = led.id and ${merges.isActive}
    )
    select led.id from led order by led.steps desc limit 1)`;

/** The ids of the records that these became, by id; one that is itself still is not among them. */
export async function survivorIds(on: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  let next = [...new Set(ids)];
  while (next.length > 0) {
    const rows = await on
      .select({ from: merges.absorbedId, to: merges.survivorId })
      .from(merges)
      .where(and(merges.isActive, inArray(merges.absorbedId, next)));
    for (const { from, to } of rows) links.set(from, to);
    next = rows.map(({ to }) => to);
  }
  const endOf = (id: string): string => {
    const to = links.get(id);
    return to ? endOf(to) : id;
  };
  return new Map(ids.filter((id) => links.has(id)).map((id) => [id, endOf(id)]));
}
