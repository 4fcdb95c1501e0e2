import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import { RESERVED_SLUGS } from "@/lib/records/slug";
import { slugify } from "@/lib/text/slugify";
import { executePrepared, type Tx } from "../../client";
import { merges } from "../../schema";
import { editorialTableOf } from "../tables";

export type FreeSlug = {
  readonly slug: string;
  /** Whether somebody else was recording something of these words, who has been waited for. */
  readonly hasWaited: boolean;
};

/** The name that a new record gets of these words, with a number behind it while that is taken. It locks the words. */
export async function findFreeSlug(tx: Tx, kind: RecordKind, wanted: string): Promise<FreeSlug> {
  const stem = slugify(wanted).slice(0, 60).replace(/-+$/, "") || kind.replace("_", "-");
  const lock = sql`hashtextextended(${`${kind} ${stem}`}, 0)`;
  const { name, isAlone } = await lookForSlug(kind, stem, lock);
  if (isAlone) return { slug: name, hasWaited: false };
  // Somebody records the like at this moment: whoever waits for them sees that name taken.
  await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
  return { slug: (await lookForSlug(kind, stem, lock)).name, hasWaited: true };
}

/** Written out, not handed over: PostgreSQL keeps the plan. */
const RESERVED = [...RESERVED_SLUGS].map((slug) => `'${slug}'`).join(", ");

/** Name after name is looked up in an index until one is free. */
async function lookForSlug(kind: RecordKind, stem: string, lock: SQL): Promise<{ name: string; isAlone: boolean }> {
  const table = editorialTableOf(kind);
  const [free] = await executePrepared<{ wanted: string; isAlone: boolean }>(sql`
    select wanted, pg_try_advisory_xact_lock(${lock}) as "isAlone" from (
      select ${stem}::text || case n when 1 then '' else '-' || n end as wanted
      from (select generate_series(1, 1000000) as n) as numbers
    ) as names
    where wanted not in (${sql.raw(RESERVED)})
      and (select true from ${table} where ${table.slug} = names.wanted) is null
      and (
        select true from ${merges}
        where ${merges.recordKind} = ${kind}::record_kind and ${merges.absorbedSlug} = names.wanted and ${merges.isActive}
      ) is null
    limit 1`);
  return { name: free?.wanted ?? `${stem}-${randomUUID()}`, isAlone: free?.isAlone ?? true };
}
