import { and, inArray, or, type SQL, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import { type ReferenceNames, referencesIn } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { db } from "../../client";
import { claims, events, evidence, organizations, responses, stations } from "../../schema";
import { survivorsOf } from "../merges/redirects";
import { editorialTableOf } from "../tables";
import { mergedTo, visibleTo } from "../visibility";

const NAMES: Partial<Record<RecordKind, SQL>> = {
  organization: sql`${organizations.name}`,
  station: sql`${stations.name}`,
  evidence: sql`${evidence.title}`,
  claim: sql`${claims.proposition}`,
  response: sql`${responses.summary}`,
  event: sql`${events.title}`,
};

/**
 * What the records behind slugs are called, by slug, for a form that names them; one query a kind. The slug of a record that
 * became another one has its own name for the desk, the survivor's for others.
 */
export async function listRecordNames(
  actor: Actor,
  wanted: Partial<Record<RecordKind, readonly (string | null | undefined)[]>>,
): Promise<Record<string, string>> {
  const found = await Promise.all(
    (Object.keys(wanted) as RecordKind[]).map(async (kind) => {
      const slugs = [...new Set((wanted[kind] ?? []).filter((slug) => typeof slug === "string"))];
      const named = await namesOf(actor, kind, slugs);
      if (may(actor, "read drafts") || named.size === slugs.length) return [...named];
      const led = await survivorsOf(
        actor,
        kind,
        slugs.filter((slug) => !named.has(slug)),
      );
      const survivors = await namesOf(actor, kind, [...led.values()]);
      return [...named, ...[...led].map(([from, to]) => [from, survivors.get(to) ?? to] as const)];
    }),
  );
  return Object.fromEntries(found.flat());
}

async function namesOf(actor: Actor, kind: RecordKind, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const table = editorialTableOf(kind);
  const rows = await db
    .select({ slug: table.slug, name: sql<string>`${NAMES[kind] ?? table.slug}` })
    .from(table)
    .where(and(inArray(table.slug, [...slugs]), or(visibleTo(actor, table), mergedTo(actor, table))));
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

/** What the records that these snapshots refer to are called: for a page that draws a version's fields. */
export async function listReferenceNames(actor: Actor, snapshots: readonly Snapshot[]): Promise<ReferenceNames> {
  const wanted = Object.entries(referencesIn(snapshots)) as [RecordKind, string[]][];
  const named = await Promise.all(
    wanted.map(async ([kind, slugs]) => [kind, await listRecordNames(actor, { [kind]: slugs })] as const),
  );
  return Object.fromEntries(named);
}

const OTHER_NAMES: Partial<Record<RecordKind, SQL>> = {
  organization: sql`${organizations.alternateNames}`,
  station: sql`${stations.alternateNames}`,
};

type RecordsCalled = Partial<Record<RecordKind, ReadonlyMap<string, readonly string[]>>>;

/**
 * The slugs of the records that a text means, by kind and text: the record of that slug, else all that bear the text as
 * their name or as another one, whatever their capitals. A text without an entry is not on file for this reader.
 */
export async function listRecordsCalled(
  actor: Actor,
  wanted: Partial<Record<RecordKind, readonly string[]>>,
): Promise<RecordsCalled> {
  const found = await Promise.all(
    (Object.entries(wanted) as [RecordKind, readonly string[]][]).map(async ([kind, texts]) => {
      const known = await listRecordNames(actor, { [kind]: texts });
      const called = new Map(texts.filter((text) => Object.hasOwn(known, text)).map((text) => [text, [text]]));
      const rest = texts.filter((text) => !called.has(text));
      for (const { slug, names } of await listBearers(actor, kind, rest)) {
        for (const text of rest) {
          if (names.includes(text.toLowerCase())) called.set(text, [...(called.get(text) ?? []), slug]);
        }
      }
      return [kind, called] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** The records that bear one of these names, each with all of its names, in small letters. */
async function listBearers(actor: Actor, kind: RecordKind, texts: readonly string[]) {
  if (texts.length === 0) return [];
  const table = editorialTableOf(kind);
  const all = sql`array[${NAMES[kind] ?? table.slug}, ${table.slug}] || ${OTHER_NAMES[kind] ?? sql`array[]::text[]`}`;
  const names = sql<string[]>`array(select lower(own) from unnest(${all}) own)`;
  const folded = texts.map((text) => sql`${text.toLowerCase()}`);
  return db
    .select({ slug: table.slug, names })
    .from(table)
    .where(and(sql`${names} && array[${sql.join(folded, sql`, `)}]::text[]`, visibleTo(actor, table)))
    .orderBy(table.slug);
}
