import { and, inArray, type SQL } from "drizzle-orm";
import { claimFilter } from "@/lib/filters/claim-filter";
import { eventFilter } from "@/lib/filters/event-filter";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import type { SearchParams } from "@/lib/filters/filter";
import { organizationFilter } from "@/lib/filters/organization-filter";
import { replyFilter } from "@/lib/filters/reply-filter";
import { responseFilter } from "@/lib/filters/response-filter";
import { stationFilter } from "@/lib/filters/station-filter";
import type { RecordKind } from "@/lib/records/editorial";
import type { RecordList } from "@/lib/records/list-file";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { claims, events, evidence, organizations, replyRequests, responses, stations } from "../../schema";
import { claimConditions } from "../claims/claim-conditions";
import { eventConditions } from "../events/events";
import { evidenceInView } from "../evidence/evidence-facets";
import { organizationConditions } from "../organizations/organizations";
import { replyConditions } from "../replies/reply-conditions";
import { responseConditions } from "../responses/response-conditions";
import { stationConditions } from "../stations/station-list";

type View<V> = { parse(params: SearchParams): { value: V } };

const read =
  <V>({ parse }: View<V>, conditions: (actor: Actor, value: V) => SQL | undefined) =>
  (actor: Actor, query: string) =>
    conditions(actor, parse(new URLSearchParams(query)).value);

const LISTS = {
  stations: { kind: "station", table: stations, where: read(stationFilter, stationConditions) },
  evidence: { kind: "evidence", table: evidence, where: read(evidenceFilter, evidenceInView) },
  claims: { kind: "claim", table: claims, where: read(claimFilter, claimConditions) },
  responses: { kind: "response", table: responses, where: read(responseFilter, responseConditions) },
  organizations: {
    kind: "organization",
    table: organizations,
    where: read(organizationFilter, organizationConditions),
  },
  events: { kind: "event", table: events, where: read(eventFilter, eventConditions) },
  replies: { kind: "reply_request", table: replyRequests, where: read(replyFilter, replyConditions) },
} satisfies Record<RecordList, { kind: RecordKind; table: unknown; where: (actor: Actor, query: string) => unknown }>;

/** What a view of a list asks of its records; who may see them included. */
export const conditionOfView = (actor: Actor, list: RecordList, query: string): SQL | undefined =>
  LISTS[list].where(actor, query);

export const kindOfList = (list: RecordList) => LISTS[list].kind;

/** Which of these records are in a view of a list, as this person sees it. One query. */
export async function idsInView(
  actor: Actor,
  { list, query }: { readonly list: RecordList; readonly query: string },
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { table, where } = LISTS[list];
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.id, [...ids]), where(actor, query)));
  return new Set(rows.map(({ id }) => id));
}
