import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Org } from "@/lib/figures/independence";
import type { CoverageInput } from "@/lib/records/country-coverage";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { coverage, coverageEvidence, coverageExaminers, evidence, organizations, people } from "../../schema";
import { fuzzyDateColumns } from "../fuzzy";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { visibleTo } from "../visibility";

export type Examination = Awaited<ReturnType<typeof listCoverage>>[number];
export type Cited = { readonly slug: string; readonly title: string; readonly language: string | null };

/** Who examined a country and found none, with the evidence for it, latest first; of all countries when none is given. */
export async function listCoverage(actor: Actor, country?: string) {
  requirePermission(actor, "read published records");
  return select(actor, country ? eq(coverage.country, country) : undefined);
}

/** @throws Refusal not_found, also when it is not this person's to see */
export async function findCoverage(actor: Actor, slug: string): Promise<Examination> {
  requirePermission(actor, "read published records");
  const [row] = await select(actor, eq(coverage.slug, slug));
  if (!row) throw Refusal.notFound();
  return row;
}

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
      checkedBy: people.name,
      examiners: sql<Org[]>`coalesce(${examiners}, '[]')`,
      evidence: sql<Cited[]>`coalesce(${cited}, '[]')`,
    })
    .from(coverage)
    .leftJoin(people, eq(people.id, coverage.approvedBy))
    .where(and(visibleTo(actor, coverage), where))
    .orderBy(coverage.country, desc(coverage.asOfSort), coverage.id);
}

export async function recordCoverage(actor: Actor, recorded: Recorded<CoverageInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "coverage", `${recorded.input.country} none found`, recorded);
}

export async function reviseCoverage(actor: Actor, revision: Revised<CoverageInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "coverage", revision);
}
