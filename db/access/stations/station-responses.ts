import { and, arrayOverlaps, asc, desc, eq, exists, inArray, or, sql } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claims, organizations, responseClaims, responseStations, responses } from "../../schema";
import { RESPONSE_SELECT } from "../responses/response-columns";
import { visibleTo } from "../visibility";
import { concernsStation, type StationRef } from "./station-claims";

const linkedTo = (stationId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(responseStations)
      .where(and(eq(responseStations.responseId, responses.id), eq(responseStations.stationId, stationId))),
  );

/** What was answered about the station, about its country, or to a claim about either. */
const answered = (actor: Actor, stationRef: StationRef) =>
  or(
    linkedTo(stationRef.id),
    arrayOverlaps(responses.countries, [stationRef.country]),
    inArray(
      responses.id,
      db
        .select({ id: responseClaims.responseId })
        .from(responseClaims)
        .innerJoin(claims, and(eq(claims.id, responseClaims.claimId), visibleTo(actor, claims)))
        .where(concernsStation(stationRef)),
    ),
  );

/** Official responses, those linked to the station itself first, each part newest first. */
export async function listStationResponses(actor: Actor, stationRef: StationRef) {
  requirePermission(actor, "read published records");
  const isLinked = sql<boolean>`${linkedTo(stationRef.id)}`;
  return db
    .select({
      ...RESPONSE_SELECT,
      authority: { slug: organizations.slug, name: organizations.name, country: organizations.country },
      isLinked,
    })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(answered(actor, stationRef), visibleTo(actor, responses)))
    .orderBy(desc(isLinked), desc(responses.givenSort), asc(responses.slug));
}

/** What responses do to the claims about the station and its country. */
export async function listStationAnswers(actor: Actor, stationRef: StationRef) {
  requirePermission(actor, "read published records");
  return db
    .select({
      responseId: responseClaims.responseId,
      claimId: responseClaims.claimId,
      claim: claims.slug,
      proposition: claims.proposition,
      answer: responseClaims.answer,
    })
    .from(responseClaims)
    .innerJoin(responses, and(eq(responses.id, responseClaims.responseId), visibleTo(actor, responses)))
    .innerJoin(
      claims,
      and(eq(claims.id, responseClaims.claimId), concernsStation(stationRef), visibleTo(actor, claims)),
    )
    .orderBy(asc(responseClaims.answer), asc(claims.slug));
}
