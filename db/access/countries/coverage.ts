import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Org } from "@/lib/figures/independence";
import type { CoverageCursor, CoverageView } from "@/lib/filters/coverage-filter";
import type { CoverageInput } from "@/lib/records/country-coverage";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { coverage, coverageEvidence, coverageExaminers, evidence, organizations, people } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { fuzzyDateColumns } from "../fuzzy";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { internalNoteFor, visibleTo } from "../visibility";

type Cited = { readonly slug: string; readonly title: string; readonly language: string | null };

/** Who examined a country and found none, with the evidence for it, latest first. */
export async function listCoverageOf(actor: Actor, country: string) {
  requirePermission(actor, "read published records");
  const rows = await select(actor, eq(coverage.country, country)).orderBy(desc(coverage.asOfSort), coverage.id);
  return rows.map(withoutOrder);
}

/** A page of all that was examined, by country, the earliest first. */
export async function listCoverage(actor: Actor, filter: Partial<CoverageView>) {
  requirePermission(actor, "read published records");
  const { country, state, limit = 25, after } = filter;
  const asked = and(
    choiceCondition(country, (values) => inArray(coverage.country, values)),
    choiceCondition(state, (values) => inArray(coverage.state, values)),
  );
  const rest =
    after &&
    sql`(${coverage.country}, ${coverage.asOfSort}, ${coverage.id}) > (${after.country}, ${after.at}::date, ${after.id}::uuid)`;
  const [rows, [counted]] = await Promise.all([
    select(actor, and(asked, rest || undefined))
      .orderBy(asc(coverage.country), asc(coverage.asOfSort), asc(coverage.id))
      .limit(limit + 1),
    db
      .select({ total: count() })
      .from(coverage)
      .where(and(visibleTo(actor, coverage), asked)),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(withoutOrder),
    total: counted?.total ?? 0,
    next: last ? ({ country: last.country, at: last.at, id: last.id } satisfies CoverageCursor) : null,
  };
}

/** @throws Refusal not_found, also when it is not this person's to see */
export async function findCoverage(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const [row] = await select(actor, eq(coverage.slug, slug));
  if (!row) throw Refusal.notFound();
  return withoutOrder(row);
}

type Selected = Awaited<ReturnType<typeof select>>[number];

const withoutOrder = ({ at: _at, ...row }: Selected) => row;

function select(actor: Actor, where: SQL | undefined) {
  const examiners = sql`(select json_agg(json_build_object('id', ${organizations.id}, 'slug', ${organizations.slug}, 'name', ${organizations.name}) order by ${organizations.name}) from ${coverageExaminers} join ${organizations} on ${organizations.id} = ${coverageExaminers.organizationId} and ${visibleTo(actor, organizations)} where ${coverageExaminers.coverageId} = ${coverage.id})`;
  const cited = sql`(select json_agg(json_build_object('slug', ${evidence.slug}, 'title', ${evidence.title}, 'language', ${evidence.language}) order by ${evidence.slug}) from ${coverageEvidence} join ${evidence} on ${evidence.id} = ${coverageEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${coverageEvidence.coverageId} = ${coverage.id})`;
  return db
    .select({
      id: coverage.id,
      slug: coverage.slug,
      state: coverage.state,
      version: coverage.version,
      country: coverage.country,
      asOf: fuzzyDateColumns(coverage.asOfEdtf, coverage.asOfFrom, coverage.asOfTo),
      note: coverage.note,
      internalNote: internalNoteFor(actor, coverage),
      checkedBy: people.name,
      examiners: sql<Org[]>`coalesce(${examiners}, '[]')`,
      evidence: sql<Cited[]>`coalesce(${cited}, '[]')`,
      at: sql<string>`${coverage.asOfSort}::text`,
    })
    .from(coverage)
    .leftJoin(people, eq(people.id, coverage.approvedBy))
    .where(and(visibleTo(actor, coverage), where))
    .$dynamic();
}

export async function recordCoverage(actor: Actor, recorded: Recorded<CoverageInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "coverage", `${recorded.input.country} none found`, recorded);
}

export async function reviseCoverage(actor: Actor, revision: Revised<CoverageInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "coverage", revision);
}
