import { and, eq, sql } from "drizzle-orm";
import type { PartName, responseParts } from "@/lib/filters/record-parts";
import type { ResponseInput } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import {
  claims,
  evidence,
  organizations,
  responseClaims,
  responseEvidence,
  responseStations,
  responses,
  stations,
  statusReports,
} from "../../schema";
import { claimDates } from "../claims/claim-columns";
import { EVIDENCE_SELECT } from "../evidence/evidence-line";
import { fuzzyDateColumns } from "../fuzzy";
import { joinedOrg } from "../organizations/joined-org";
import { readerQuery } from "../reading/reader-query";
import { definePart, type PartsAsked, pagePart, readParts } from "../reading/record-parts";
import { type Recorded, type Revised, recordNamed, reviseOne } from "../record-one";
import type { WrittenRecord } from "../records";
import { claimantsOf } from "../stations/station-claims";
import { internalNoteFor, visibleTo } from "../visibility";
import { RESPONSE_SELECT } from "./response-columns";

export type OfficialResponse = Awaited<ReturnType<typeof findResponse>>;

const readResponse = readerQuery((actor) =>
  db
    .select({
      ...RESPONSE_SELECT,
      version: responses.version,
      government: organizations.country,
      countries: responses.countries,
      note: responses.note,
      internalNote: internalNoteFor(actor, responses),
    })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(eq(responses.slug, sql.placeholder("slug")), visibleTo(actor, responses))),
);

/**
 * An official response with the stations it is about, the claims that it answers or leaves unanswered, its evidence and
 * the status reports that rest on it; of long parts a page.
 * @throws Refusal not_found
 */
export async function findResponse(
  actor: Actor,
  slug: string,
  asked: PartsAsked<PartName<typeof responseParts>> = {},
) {
  requirePermission(actor, "read published records");
  const [row] = await readResponse(actor, { slug });
  if (!row) throw Refusal.notFound();
  const parts = await readParts(actor, row.id, PARTS, asked);
  return {
    ...row,
    stations: parts.stations.items,
    answers: parts.answers.items,
    evidence: parts.evidence.items,
    statusReports: parts.statusReports.items,
    parts,
  };
}

const stationsOf = definePart((actor, responseId, paging) => {
  const page = pagePart(
    [
      { column: stations.name, type: "text" },
      { column: stations.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responseStations} join ${stations} on ${stations.id} = ${responseStations.stationId} and ${visibleTo(actor, stations)} where ${responseStations.responseId} = ${responseId}`,
  );
  return db
    .select({ slug: stations.slug, name: stations.name, country: stations.country, ...page.columns })
    .from(responseStations)
    .innerJoin(stations, and(eq(stations.id, responseStations.stationId), visibleTo(actor, stations)))
    .where(and(eq(responseStations.responseId, responseId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const answersOf = definePart((actor, responseId, paging) => {
  const page = pagePart(
    [
      { column: responseClaims.answer, type: "answer" },
      { column: claims.assertedSort, type: "date" },
      { column: claims.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responseClaims} join ${claims} on ${claims.id} = ${responseClaims.claimId} and ${visibleTo(actor, claims)} where ${responseClaims.responseId} = ${responseId}`,
  );
  return db
    .select({
      answer: responseClaims.answer,
      slug: claims.slug,
      proposition: claims.proposition,
      claimants: claimantsOf(actor, claims.id),
      ...claimDates(claims),
      assessment: claims.assessment,
      ...page.columns,
    })
    .from(responseClaims)
    .innerJoin(claims, and(eq(claims.id, responseClaims.claimId), visibleTo(actor, claims)))
    .where(and(eq(responseClaims.responseId, responseId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const evidenceOf = definePart((actor, responseId, paging) => {
  const page = pagePart(
    [
      { column: evidence.publishedSort, type: "date" },
      { column: evidence.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responseEvidence} join ${evidence} on ${evidence.id} = ${responseEvidence.evidenceId} and ${visibleTo(actor, evidence)} where ${responseEvidence.responseId} = ${responseId}`,
  );
  return db
    .select({
      ...EVIDENCE_SELECT,
      reliability: organizations.reliability,
      publisher: joinedOrg(organizations),
      ...page.columns,
    })
    .from(responseEvidence)
    .innerJoin(evidence, and(eq(evidence.id, responseEvidence.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(and(eq(responseEvidence.responseId, responseId), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const reportsOn = definePart((actor, responseId, paging) => {
  const page = pagePart(
    [
      { column: statusReports.asOfSort, type: "date" },
      { column: statusReports.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${statusReports} join ${stations} on ${stations.id} = ${statusReports.stationId} and ${visibleTo(actor, stations)} where ${statusReports.responseId} = ${responseId} and ${visibleTo(actor, statusReports)}`,
  );
  return db
    .select({
      slug: statusReports.slug,
      status: statusReports.status,
      asOf: fuzzyDateColumns(statusReports.asOfEdtf, statusReports.asOfFrom, statusReports.asOfTo),
      station: { slug: stations.slug, name: stations.name },
      ...page.columns,
    })
    .from(statusReports)
    .innerJoin(stations, and(eq(stations.id, statusReports.stationId), visibleTo(actor, stations)))
    .where(and(and(eq(statusReports.responseId, responseId), visibleTo(actor, statusReports)), page.where))
    .orderBy(...page.order)
    .limit(page.limit);
});

const PARTS = { stations: stationsOf, answers: answersOf, evidence: evidenceOf, statusReports: reportsOn };

/** A new draft; its slug is made of the authority and what it did. */
export async function recordResponse(actor: Actor, recorded: Recorded<ResponseInput>): Promise<WrittenRecord> {
  return recordNamed(actor, "response", `rsp ${recorded.input.authority} ${recorded.input.kind}`, recorded);
}

export async function reviseResponse(actor: Actor, revision: Revised<ResponseInput>): Promise<WrittenRecord> {
  return reviseOne(actor, "response", revision);
}
