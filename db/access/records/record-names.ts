import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Snapshot } from "@/lib/records/merge";
import { type ReferenceNames, referencesIn } from "@/lib/records/record-field";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims, events, evidence, organizations, responses, stations } from "../../schema";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

const NAMES: Partial<Record<RecordKind, SQL>> = {
  organization: sql`${organizations.name}`,
  station: sql`${stations.name}`,
  evidence: sql`${evidence.title}`,
  claim: sql`${claims.proposition}`,
  response: sql`${responses.summary}`,
  event: sql`${events.title}`,
};

/** What the records behind slugs are called, by slug, for a form that names them; one query a kind. */
export async function listRecordNames(
  actor: Actor,
  wanted: Partial<Record<RecordKind, readonly (string | null | undefined)[]>>,
): Promise<Record<string, string>> {
  const found = await Promise.all(
    (Object.keys(wanted) as RecordKind[]).map((kind) => {
      const slugs = [...new Set((wanted[kind] ?? []).filter((slug) => typeof slug === "string"))];
      const table = editorialTableOf(kind);
      if (slugs.length === 0) return [];
      return db
        .select({ slug: table.slug, name: sql<string>`${NAMES[kind] ?? table.slug}` })
        .from(table)
        .where(and(inArray(table.slug, slugs), visibleTo(actor, table)));
    }),
  );
  return Object.fromEntries(found.flat().map(({ slug, name }) => [slug, name]));
}

/** What the records that these snapshots refer to are called: for a page that draws a version's fields. */
export async function listReferenceNames(actor: Actor, snapshots: readonly Snapshot[]): Promise<ReferenceNames> {
  const wanted = Object.entries(referencesIn(snapshots)) as [RecordKind, string[]][];
  const named = await Promise.all(
    wanted.map(async ([kind, slugs]) => [kind, await listRecordNames(actor, { [kind]: slugs })] as const),
  );
  return Object.fromEntries(named);
}
