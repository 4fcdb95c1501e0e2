import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Answer } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims, organizations, responseClaims, responseStations, responses } from "../../schema";
import { jsonList, jsonObject } from "../reading/json-object";
import { type Paging, pagePart } from "../reading/record-parts";
import { RESPONSE_SELECT } from "../responses/response-columns";
import { visibleTo } from "../visibility";
import { concernsStation, type StationRef } from "./station-claims";

const isLinkedTo = ({ id }: StationRef) =>
  sql<boolean>`exists (select 1 from ${responseStations} where ${responseStations.responseId} = ${responses.id} and ${responseStations.stationId} = ${id})`;

/** What was answered about the station, about its country, or to a claim about either; each has its index. */
const answered = (actor: Actor, stationRef: StationRef) =>
  sql`${responses.id} in (
    select ${responseStations.responseId} from ${responseStations} where ${responseStations.stationId} = ${stationRef.id}
    union select about.id from ${responses} as about where about.countries && array[${stationRef.country}]::char(2)[]
    union select ${responseClaims.responseId} from ${claims} join ${responseClaims} on ${responseClaims.claimId} = ${claims.id} where ${and(concernsStation(stationRef), visibleTo(actor, claims))})`;

/** What a response does to a claim. */
type StationAnswer = {
  readonly claimId: string;
  readonly claim: string;
  readonly proposition: string;
  readonly answer: Answer;
};

/**
 * Official responses, those linked to the station itself first, each part newest first, with what each does to the claims
 * about the station and its country.
 */
export function selectStationResponses(actor: Actor, stationRef: StationRef, paging: Paging) {
  const isLinked = isLinkedTo(stationRef);
  const where = and(answered(actor, stationRef), visibleTo(actor, responses));
  const page = pagePart(
    [
      { column: isLinked, type: "boolean", descending: true },
      { column: responses.givenSort, type: "date", descending: true },
      { column: responses.slug, type: "text" },
    ],
    paging,
    sql`select count(*) from ${responses} where ${where}`,
  );
  const answer = jsonObject({
    claimId: responseClaims.claimId,
    claim: claims.slug,
    proposition: claims.proposition,
    answer: responseClaims.answer,
  });
  const answers = sql`select ${answer} as item from ${responseClaims} join ${claims} on ${and(
    eq(claims.id, responseClaims.claimId),
    concernsStation(stationRef),
    visibleTo(actor, claims),
  )} where ${responseClaims.responseId} = ${responses.id} order by ${asc(responseClaims.answer)}, ${claims.slug}`;
  return db
    .select({
      ...RESPONSE_SELECT,
      authority: { slug: organizations.slug, name: organizations.name, country: organizations.country },
      isLinked,
      answers: jsonList(answers) as SQL<StationAnswer[]>,
      ...page.columns,
    })
    .from(responses)
    .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
    .where(and(where, page.where))
    .orderBy(...page.order)
    .limit(page.limit);
}
