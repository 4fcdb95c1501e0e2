import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import {
  claimClaimants,
  claimEvidence,
  claims,
  eventEvidence,
  events,
  evidence,
  evidenceStations,
  organizations,
  responseEvidence,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { fuzzyDateColumns } from "../fuzzy";
import { visibleTo } from "../visibility";

const publisher = alias(organizations, "publisher");
const carrier = alias(organizations, "carrier");

export type EvidenceRecord = Awaited<ReturnType<typeof findEvidence>>;

/**
 * One item with where it came from and what it says about the rest of the dossier.
 * @throws Refusal not_found, also when it is not this person's to see
 */
export async function findEvidence(actor: Actor, slug: string) {
  requirePermission(actor, "read published records");
  const {
    search: _search,
    likenessKeys: _keys,
    createdBy: _by,
    updatedBy: _writer,
    approvedBy: _approver,
    ...own
  } = getTableColumns(evidence);
  const { publisherId: _publisher, carriedById: _carrier, ...columns } = own;
  const published = fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo);
  const [item] = await db
    .select({
      ...columns,
      published,
      publisher: { slug: publisher.slug, name: publisher.name, reliability: publisher.reliability },
      carrier: { slug: carrier.slug, name: carrier.name },
    })
    .from(evidence)
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(carrier, and(eq(carrier.id, evidence.carriedById), visibleTo(actor, carrier)))
    .where(and(eq(evidence.slug, slug), visibleTo(actor, evidence)));
  if (!item) throw Refusal.notFound();
  const [concerned, claimed, answered, happened, statuses] = await Promise.all([
    stationsOf(actor, item.id),
    claimsOf(actor, item.id),
    responsesOf(actor, item.id),
    eventsOf(actor, item.id),
    statusReportsOf(actor, item.id),
  ]);
  return { ...item, stations: concerned, claims: claimed, responses: answered, events: happened, statuses };
}

const stationsOf = (actor: Actor, id: string) =>
  db
    .select({ slug: stations.slug, name: stations.name, country: stations.country, city: stations.city })
    .from(evidenceStations)
    .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
    .where(eq(evidenceStations.evidenceId, id))
    .orderBy(asc(stations.country), asc(stations.name));

const origin = alias(organizations, "origin");

const claimsOf = (actor: Actor, id: string) =>
  db
    .select({
      slug: claims.slug,
      proposition: claims.proposition,
      assessment: claims.assessment,
      state: claims.state,
      ...claimDates(claims),
      stance: claimEvidence.stance,
      derivation: claimEvidence.derivation,
      quote: claimEvidence.quote,
      locator: claimEvidence.locator,
      origin: { slug: origin.slug, name: origin.name },
      claimants: sql<{ slug: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('slug', ${organizations.slug}, 'name', ${organizations.name}) order by ${claimClaimants.place}), '[]')
        from ${claimClaimants} join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(actor, organizations)}
        where ${claimClaimants.claimId} = ${claims.id})`,
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(eq(claimEvidence.evidenceId, id))
    .orderBy(asc(claimEvidence.stance), desc(claims.assertedSort), asc(claims.slug));

const responsesOf = (actor: Actor, id: string) =>
  db
    .select({
      slug: responses.slug,
      kind: responses.kind,
      summary: responses.summary,
      state: responses.state,
      given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
      authority: organizations.name,
    })
    .from(responseEvidence)
    .innerJoin(responses, and(eq(responses.id, responseEvidence.responseId), visibleTo(actor, responses)))
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(eq(responseEvidence.evidenceId, id))
    .orderBy(desc(responses.givenSort), asc(responses.slug));

const eventsOf = (actor: Actor, id: string) =>
  db
    .select({
      slug: events.slug,
      title: events.title,
      kind: events.kind,
      state: events.state,
      occurred: fuzzyDateColumns(events.occurredEdtf, events.occurredFrom, events.occurredTo),
    })
    .from(eventEvidence)
    .innerJoin(events, and(eq(events.id, eventEvidence.eventId), visibleTo(actor, events)))
    .where(eq(eventEvidence.evidenceId, id))
    .orderBy(desc(events.occurredSort), asc(events.slug));

const statusReportsOf = (actor: Actor, id: string) =>
  db
    .select({
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      station: { slug: stations.slug, name: stations.name },
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(and(eq(statusReports.evidenceId, id), visibleTo(actor, statusReports)))
    .orderBy(desc(statusReports.asOfSort), asc(stations.name));
