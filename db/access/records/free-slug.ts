import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import { RESERVED_SLUGS } from "@/lib/records/slug";
import { slugify } from "@/lib/text/slugify";
import { runKept, type Tx } from "../../client";
import { merges } from "../../schema";
import { keptStatement } from "../reading/kept-statement";
import { editorialTableOf } from "../tables";

type FreeSlug = {
  readonly slug: string;
  /** Whether somebody else was recording something of these words, who has been waited for. */
  readonly hasWaited: boolean;
};

/** The name that a new record gets of these words, with a number behind it while that is taken. It locks the words. */
export async function findFreeSlug(tx: Tx, kind: RecordKind, wanted: string): Promise<FreeSlug> {
  const stem = slugify(wanted).slice(0, 60).replace(/-+$/, "") || kind.replace("_", "-");
  const words = `${kind} ${stem}`;
  const { name, isAlone } = await lookForSlug(kind, stem, words);
  if (isAlone) return { slug: name, hasWaited: false };
  // Somebody records the like at this moment: whoever waits for them sees that name taken.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${words}, 0))`);
  return { slug: (await lookForSlug(kind, stem, words)).name, hasWaited: true };
}

/** Written out, not handed over: PostgreSQL keeps the plan. */
const RESERVED = [...RESERVED_SLUGS].map((slug) => `'${slug}'`).join(", ");

/** Name after name is looked up in an index until one is free. */
const lookStatement = keptStatement((kind: RecordKind) => {
  const table = editorialTableOf(kind);
  return sql`
    select wanted, pg_try_advisory_xact_lock(hashtextextended(${sql.placeholder("words")}, 0)) as "isAlone" from (
      select ${sql.placeholder("stem")}::text || case n when 1 then '' else '-' || n end as wanted
      from (select generate_series(1, 1000000) as n) as numbers
    ) as names
    where wanted not in (${sql.raw(RESERVED)})
      and (select true from ${table} where ${table.slug} = names.wanted) is null
      and (
        select true from ${merges}
        where ${merges.recordKind} = ${kind}::record_kind and ${merges.absorbedSlug} = names.wanted and ${merges.isActive}
      ) is null
    limit 1`;
});

/** @param words what is locked */
async function lookForSlug(
  kind: RecordKind,
  stem: string,
  words: string,
): Promise<{ name: string; isAlone: boolean }> {
  const [free] = await runKept<{ wanted: string; isAlone: boolean }>(lookStatement([kind], { stem, words }));
  return { name: free?.wanted ?? `${stem}-${randomUUID()}`, isAlone: free?.isAlone ?? true };
}
