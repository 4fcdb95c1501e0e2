import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db, readTogether } from "../../client";
import { claimClaimants, claims, evidence, organizations, replyRequests, responses, stations } from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { EVIDENCE_SELECT } from "../evidence/evidence-line";
import { countPublishedBy } from "../evidence/evidence-sums";
import { cachedForRole } from "../figures/result-cache";
import { fuzzyDateColumns } from "../fuzzy";
import { answerTo } from "../replies/reply-clock";
import { statusColumn } from "../stations/stations";
import { internalNoteFor, leadsToSeen, visibleTo } from "../visibility";

export type OrganizationRecord = Awaited<ReturnType<typeof findOrganization>>;

/** Of each list the first ones are shown, with the number of all. */
const SHOWN = 30;

/**
 * An organization with what it published, claimed, relayed and answered, what it is reported to operate and what it was
 * asked; each list holds the latest, `total` counts all that this person may see.
 * @param large from so many rows of a list on, what goes through all of them is read once for each state of the dossier
 * @throws Refusal not_found
 */
export async function findOrganization(actor: Actor, slug: string, large = LARGE) {
  requirePermission(actor, "read published records");
  const [row] = await db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      state: organizations.state,
      version: organizations.version,
      name: organizations.name,
      kind: organizations.kind,
      country: organizations.country,
      alternateNames: organizations.alternateNames,
      url: organizations.url,
      reliability: organizations.reliability,
      note: organizations.note,
      internalNote: internalNoteFor(actor, organizations),
    })
    .from(organizations)
    .where(and(eq(organizations.slug, slug), visibleTo(actor, organizations)));
  if (!row) throw Refusal.notFound();
  const lists = await (largeOrganizations.has(row.id)
    ? cachedForRole(actor, "large organization", { id: row.id }, () => readLists(actor, row.id))
    : readLists(actor, row.id));
  const { published, claimed, relayed, answered } = lists;
  if ([published, claimed, relayed, answered].some(({ total }) => total >= large)) rememberLarge(row.id);
  return { ...row, ...lists };
}

const LARGE = 1000;
const MOST_LARGE = 1000;
/** Organizations that were found to have as many, by their id. */
const largeOrganizations = new Set<string>();

function rememberLarge(id: string): void {
  if (largeOrganizations.size >= MOST_LARGE) largeOrganizations.clear();
  largeOrganizations.add(id);
}

function readLists(actor: Actor, id: string) {
  const claiming = sql`exists (select 1 from ${claimClaimants} where ${claimClaimants.claimId} = ${claims.id} and ${claimClaimants.organizationId} = ${id})`;
  const relaying = eq(claims.relayedById, id);
  return readTogether(async () => {
    const [published, claimed, relayed, answered, operated, asked] = await Promise.all([
      publishedBy(actor, id),
      claimsWhere(actor, claiming, countClaimedBy(actor, id)),
      claimsWhere(actor, relaying, totalOf(claims, and(relaying, visibleTo(actor, claims)))),
      answeredBy(actor, id),
      operatedBy(actor, id),
      askedOf(actor, id),
    ]);
    return { published, claimed, relayed, answered, operated, asked };
  });
}

const totalOf = async (table: PgTable, where: SQL | undefined) =>
  (await db.select({ total: count() }).from(table).where(where))[0]?.total ?? 0;

/** What it published itself, and what others published and it carried: never the same item, each along an index of its own. */
async function publishedBy(actor: Actor, id: string) {
  const visible = visibleTo(actor, evidence);
  const latest = (where: SQL) => sql`(
    select ${evidence.id} from ${evidence} where ${where} and ${visible}
    order by ${evidence.publishedSort} desc, ${evidence.slug} limit ${SHOWN})`;
  const carried = eq(evidence.carriedById, id);
  const rows = db
    .select({
      ...EVIDENCE_SELECT,
    })
    .from(evidence)
    .where(sql`${evidence.id} in (${latest(eq(evidence.publisherId, id))} union all ${latest(carried)})`)
    .orderBy(desc(evidence.publishedSort), asc(evidence.slug))
    .limit(SHOWN);
  const total = sql<number>`${countPublishedBy(actor, id)} + (select count(*)::int from ${evidence} where ${carried} and ${visible})`;
  const [items, [counted]] = await Promise.all([rows, db.select({ total }).from(sql`(select) as one`)]);
  return { items, total: counted?.total ?? 0 };
}

const countClaimedBy = (actor: Actor, id: string) =>
  totalOf(
    claimClaimants,
    and(eq(claimClaimants.organizationId, id), leadsToSeen(actor, claimClaimants.claimId, claims)),
  );

async function claimsWhere(actor: Actor, condition: SQL, counted: Promise<number>) {
  const where = and(condition, visibleTo(actor, claims));
  const rows = db
    .select({
      slug: claims.slug,
      proposition: claims.proposition,
      position: claims.position,
      assessment: claims.assessment,
      ...claimDates(claims),
    })
    .from(claims)
    .where(where)
    .orderBy(desc(claims.assertedSort), asc(claims.slug))
    .limit(SHOWN);
  const [items, total] = await Promise.all([rows, counted]);
  return { items, total };
}

async function answeredBy(actor: Actor, id: string) {
  const where = and(eq(responses.authorityId, id), visibleTo(actor, responses));
  const rows = db
    .select({
      slug: responses.slug,
      kind: responses.kind,
      summary: responses.summary,
      given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
    })
    .from(responses)
    .where(where)
    .orderBy(desc(responses.givenSort), asc(responses.slug))
    .limit(SHOWN);
  const [items, total] = await Promise.all([rows, totalOf(responses, where)]);
  return { items, total };
}

async function operatedBy(actor: Actor, id: string) {
  const where = and(eq(stations.operatorId, id), visibleTo(actor, stations));
  const rows = db
    .select({
      slug: stations.slug,
      name: stations.name,
      country: stations.country,
      city: stations.city,
      status: statusColumn(actor),
    })
    .from(stations)
    .where(where)
    .orderBy(asc(stations.country), asc(stations.name))
    .limit(SHOWN * 4);
  const [items, total] = await Promise.all([rows, totalOf(stations, where)]);
  return { items, total };
}

const askedOf = (actor: Actor, id: string) =>
  db
    .select({
      slug: replyRequests.slug,
      questions: replyRequests.questions,
      sentOn: replyRequests.sentOn,
      dueOn: replyRequests.dueOn,
      response: responses.slug,
    })
    .from(replyRequests)
    .leftJoin(responses, and(eq(responses.id, answerTo), visibleTo(actor, responses)))
    .where(and(eq(replyRequests.respondentId, id), visibleTo(actor, replyRequests)))
    .orderBy(asc(replyRequests.sentOn), asc(replyRequests.slug));
