import { and, arrayOverlaps, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { ResponseFacet, ResponseView } from "@/lib/filters/response-filter";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { organizations, responses } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import {
  datedInPeriod,
  filterReader,
  RESPONSE_DATE,
  responsesInBox,
  seesAuthority,
} from "../filters/filter-conditions";
import { matchesText } from "../search/text-search";
import { visibleTo } from "../visibility";

/** What the list can be narrowed by; `from` and `to` keep what may have been given on one of the days between, inclusive. */
export type ResponseNarrowing = Partial<Pick<ResponseView, ResponseFacet | "q" | "from" | "to" | "records" | "box">>;

const byAuthority = (actor: Actor, condition: SQL) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(organizations)
      .where(and(eq(organizations.id, responses.authorityId), condition, visibleTo(actor, organizations))),
  );

/** @param except the facet whose own choice is left out, to count what its other values would show */
export function responseConditions(
  actor: Actor,
  narrowing: ResponseNarrowing,
  except?: ResponseFacet,
): SQL | undefined {
  const applied = except ? { ...narrowing, [except]: undefined } : narrowing;
  const { q, from, to, records = "all", box, ...facets } = applied;
  const reader = filterReader(actor, { records });
  return and(
    visibleTo(reader, responses),
    choiceCondition(facets.kind, (values) => inArray(responses.kind, values)),
    choiceCondition(facets.government, (values) => and(inArray(responses.government, values), seesAuthority(reader))),
    choiceCondition(facets.authority, (values) => byAuthority(reader, inArray(organizations.slug, values))),
    choiceCondition(facets.about, (values) => arrayOverlaps(responses.countries, values)),
    choiceCondition(facets.state, (values) => inArray(responses.state, values)),
    datedInPeriod(RESPONSE_DATE, { from, to }),
    responsesInBox(reader, { box }),
    q ? matchesText(responses.search, q) : undefined,
  );
}
