import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { evidenceParts, PartName } from "@/lib/filters/record-parts";
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
import { withQuotePlaces } from "../files/quote-places";
import { fuzzyDateColumns } from "../fuzzy";
import { readerQuery } from "../reading/reader-query";
import { definePart, type PartsAsked, pagePart, readParts } from "../reading/record-parts";
import { internalNoteFor, visibleTo } from "../visibility";

const publisher = alias(organizations, "publisher");
const carrier = alias(organizations, "carrier");

export type EvidenceRecord = Awaited<ReturnType<typeof findEvidence>>;

const {
  search: _search,
  likenessKeys: _keys,
  createdBy: _by,
  updatedBy: _writer,
  approvedBy: _approver,
  publisherId: _publisher,
  carriedById: _carrier,
  internalNote: _internal,
  ...OWN_COLUMNS
} = getTableColumns(evidence);

const readItem = readerQuery((actor) =>
  db
    .select({
      ...OWN_COLUMNS,
      internalNote: internalNoteFor(actor, evidence),
      published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
      publisher: { slug: publisher.slug, name: publisher.name, reliability: publisher.reliability },
      carrier: { slug: carrier.slug, name: carrier.name },
    })
    .from(evidence)
    .leftJoin(publisher, and(eq(publisher.id, evidence.publisherId), visibleTo(actor, publisher)))
    .leftJoin(carrier, and(eq(carrier.id, evidence.carriedById), visibleTo(actor, carrier)))
    .where(and(eq(evidence.slug, sql.placeholder("slug")), visibleTo(actor, evidence))),
);

/**
 * One item with where it came from and what it says about the rest of the dossier; of long parts a page.
 * @throws Refusal not_found, also when it is not this person's to see
 */
export async function findEvidence(
  actor: Actor,
  slug: string,
  asked: PartsAsked<PartName<typeof evidenceParts>> = {},
) {
  requirePermission(actor, "read published records");
  const [item] = await readItem(actor, { slug });
  if (!item) throw Refusal.notFound();
  const parts = await readParts(actor, item.id, PARTS, asked);
  const claims = await withQuotePlaces(
    actor,
    parts.claims.items.map((claim) => ({ ...claim, evidenceId: item.id })),
  );
  return {
    ...item,
    stations: parts.stations.items,
    claims,
    responses: parts.responses.items,
    events: parts.events.items,
    statuses: parts.statuses.items,
    parts: { ...parts, claims: { ...parts.claims, items: claims } },
  };
}

const stationsOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: stations.country, type: "text" },
      { column: stations.name, type: "text" },
      { column: stations.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${evidenceStations} join ${stations} on ${stations.id} = ${evidenceStations.stationId} and ${visibleTo(actor, stations)} where ${evidenceStations.evidenceId} = ${id}`,
  );
  return db
    .select({
      slug: stations.slug,
      name: stations.name,
      country: stations.country,
      city: stations.city,
      ...page.columns,
    })
    .from(evidenceStations)
    .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
    .where(and(eq(evidenceStations.evidenceId, id), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const origin = alias(organizations, "origin");

const claimsOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: claimEvidence.stance, type: "stance" },
      { column: claims.assertedSort, type: "date", descending: true },
      { column: claims.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${claimEvidence} join ${claims} on ${claims.id} = ${claimEvidence.claimId} and ${visibleTo(actor, claims)} where ${claimEvidence.evidenceId} = ${id}`,
  );
  return db
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
      target: claimEvidence.target,
      origin: { slug: origin.slug, name: origin.name },
      claimants: sql<{ slug: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('slug', ${organizations.slug}, 'name', ${organizations.name}) order by ${claimClaimants.place}), '[]')
        from ${claimClaimants} join ${organizations} on ${organizations.id} = ${claimClaimants.organizationId} and ${visibleTo(actor, organizations)}
        where ${claimClaimants.claimId} = ${claims.id})`,
      ...page.columns,
    })
    .from(claimEvidence)
    .innerJoin(claims, and(eq(claims.id, claimEvidence.claimId), visibleTo(actor, claims)))
    .leftJoin(origin, and(eq(origin.id, claimEvidence.originId), visibleTo(actor, origin)))
    .where(and(eq(claimEvidence.evidenceId, id), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const responsesOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: responses.givenSort, type: "date", descending: true },
      { column: responses.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responseEvidence} join ${responses} on ${responses.id} = ${responseEvidence.responseId} and ${visibleTo(actor, responses)} where ${responseEvidence.evidenceId} = ${id}`,
  );
  return db
    .select({
      slug: responses.slug,
      kind: responses.kind,
      summary: responses.summary,
      state: responses.state,
      given: fuzzyDateColumns(responses.givenEdtf, responses.givenFrom, responses.givenTo),
      authority: organizations.name,
      ...page.columns,
    })
    .from(responseEvidence)
    .innerJoin(responses, and(eq(responses.id, responseEvidence.responseId), visibleTo(actor, responses)))
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(eq(responseEvidence.evidenceId, id), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const eventsOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: events.occurredSort, type: "date", descending: true },
      { column: events.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${eventEvidence} join ${events} on ${events.id} = ${eventEvidence.eventId} and ${visibleTo(actor, events)} where ${eventEvidence.evidenceId} = ${id}`,
  );
  return db
    .select({
      slug: events.slug,
      title: events.title,
      kind: events.kind,
      state: events.state,
      occurred: fuzzyDateColumns(events.occurredEdtf, events.occurredFrom, events.occurredTo),
      ...page.columns,
    })
    .from(eventEvidence)
    .innerJoin(events, and(eq(events.id, eventEvidence.eventId), visibleTo(actor, events)))
    .where(and(eq(eventEvidence.evidenceId, id), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const statusReportsOf = definePart((actor, id, paging) => {
  const page = pagePart(
    [
      { column: statusReports.asOfSort, type: "date", descending: true },
      { column: statusReports.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${statusReports} join ${stations} on ${stations.id} = ${statusReports.stationId} and ${visibleTo(actor, stations)} where ${statusReports.evidenceId} = ${id} and ${visibleTo(actor, statusReports)}`,
  );
  return db
    .select({
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      station: { slug: stations.slug, name: stations.name },
      ...page.columns,
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(and(and(eq(statusReports.evidenceId, id), visibleTo(actor, statusReports)), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const PARTS = {
  stations: stationsOf,
  claims: claimsOf,
  responses: responsesOf,
  events: eventsOf,
  statuses: statusReportsOf,
};
