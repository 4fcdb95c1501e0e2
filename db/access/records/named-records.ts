import { sql } from "drizzle-orm";
import type { RecordKind } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { runKept, type Tx } from "../../client";
import { writeTextArray } from "../../connection/text-array";
import { merges } from "../../schema";
import type { IdLookup } from "../id-lookup";
import { leadReferencesOn } from "../merges/redirects";
import { keptReaderStatement } from "../reading/kept-statement";
import { RECORD_MAPPERS, type RecordInputs } from "../record-mappers";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";

type Wanted = { readonly kind: RecordKind; readonly slug: string; readonly field: string };
type Found = { readonly kind: RecordKind; readonly slug: string; readonly id: string | null };

/** What an input names, each with the field that the error for a wrong one stands beside. */
function namedIn<Kind extends RecordKind>(kind: Kind, input: RecordInputs[Kind]): Wanted[] {
  const wanted: Wanted[] = [];
  const note = ((other: RecordKind, slug: string | null, field: string) => {
    if (slug !== null) wanted.push({ kind: other, slug, field });
    return slug === null ? null : "";
  }) as IdLookup;
  RECORD_MAPPERS[kind].columns(input, note);
  for (const link of RECORD_MAPPERS[kind].links) link.rows(input, note);
  return wanted;
}

const findStatement = keptReaderStatement((reader, names: string) => {
  const parts = (names.split(",") as RecordKind[]).flatMap((kind) => {
    const table = editorialTableOf(kind);
    // Name by name: of `slug = any` PostgreSQL makes another plan each time, which takes five times what the look-up takes.
    const asked = sql`unnest(${sql.placeholder(kind)}::text[]) as asked (slug) cross join lateral`;
    return [
      sql`select ${kind}::text as kind, found.slug, found.id::text as id from ${asked} (
        select ${table.slug}, ${table.id} from ${table} where ${table.slug} = asked.slug and ${visibleTo(reader, table)} offset 0
      ) as found`,
      sql`select ${kind}::text, asked.slug, null from ${asked} (
        select from ${merges}
        where ${merges.recordKind} = ${kind}::record_kind and ${merges.absorbedSlug} = asked.slug and ${merges.isActive} offset 0
      ) as found`,
    ];
  });
  return sql.join(parts, sql` union all `);
});

/** In one statement the ids of records that this person sees, and which of the names are those of absorbed records (no id). */
async function findNamed(actor: Actor, wanted: readonly Omit<Wanted, "field">[]): Promise<readonly Found[]> {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))].sort();
  if (kinds.length === 0) return [];
  const slugsOf = (kind: RecordKind) => new Set(wanted.filter((one) => one.kind === kind).map(({ slug }) => slug));
  const slugs = Object.fromEntries(kinds.map((kind) => [kind, writeTextArray([...slugsOf(kind)])]));
  return runKept<Found>(findStatement(actor, [kinds.join()], slugs));
}

export type NamedRecords<Kind extends RecordKind> = {
  /** The input, naming the survivor wherever it names a record that became another one. */
  readonly input: RecordInputs[Kind];
  /** True when the record's own slug was that of an absorbed one. */
  readonly isAbsorbed: boolean;
  /** @throws Invalid "validation.unknownRecord" beside each field that names a record this person can't see */
  ids(): IdLookup;
};

/** Finds what an input names. @param own the slug that a new record is to have */
export async function findNamedRecords<Kind extends RecordKind>(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  input: RecordInputs[Kind],
  own: string | null = null,
): Promise<NamedRecords<Kind>> {
  const wanted = namedIn(kind, input);
  const asked = own === null ? wanted : [...wanted, { kind, slug: own }];
  const found = await findNamed(actor, asked);
  const isNamed = ({ kind: other, slug }: Found) => wanted.some((one) => one.kind === other && one.slug === slug);
  const absorbed = found.filter(({ id }) => id === null);
  if (absorbed.some(isNamed)) {
    const [led] = await leadReferencesOn(tx, [input as Readonly<Record<string, unknown>>]);
    return findNamedRecords(tx, actor, kind, led as RecordInputs[Kind], own);
  }
  const known = new Map(found.map(({ kind: other, slug, id }) => [`${other} ${slug}`, id]));
  return {
    input,
    isAbsorbed: absorbed.length > 0,
    ids() {
      const unknown = wanted.filter(({ kind: other, slug }) => !known.has(`${other} ${slug}`));
      if (unknown.length > 0) {
        throw new Invalid(Object.fromEntries(unknown.map(({ field }) => [field, "validation.unknownRecord"])));
      }
      return ((other: RecordKind, slug: string | null) =>
        slug === null ? null : (known.get(`${other} ${slug}`) ?? null)) as IdLookup;
    },
  };
}
