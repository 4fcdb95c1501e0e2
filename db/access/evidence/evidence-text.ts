import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { splitQuestion } from "@/lib/text/search";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { evidence, evidenceStations, organizations, stations } from "../../schema";
import { matchesText, textQuery } from "../search/text-search";
import { visibleTo } from "../visibility";

/**
 * Items that answer a question by their own words, by the name of who published or carried them, or by any name of a
 * station they concern: 鹿特丹 finds a Dutch article about Rotterdam. Each part is one index scan, so the condition stays
 * cheap among 100,000 items. A name that this person may not see finds nothing, and excludes nothing.
 */
export function evidenceMatchesText(actor: Actor, q: string): SQL {
  const { wanted, excluded } = splitQuestion(q);
  const isFound = (term: string) => inArray(evidence.id, idsMatching(actor, term));
  const unwanted = excluded.filter((term) => textQuery(term) !== null).map((term) => not(isFound(term)));
  const sought = unwanted.length > 0 && textQuery(wanted) === null ? [] : [isFound(wanted)];
  return and(...sought, ...unwanted) ?? sql`false`;
}

function idsMatching(actor: Actor, q: string) {
  const byName = (side: typeof evidence.publisherId | typeof evidence.carriedById) =>
    db
      .select({ id: evidence.id })
      .from(evidence)
      .innerJoin(organizations, and(eq(organizations.id, side), visibleTo(actor, organizations)))
      .where(matchesText(organizations.search, q));
  return union(
    db.select({ id: evidence.id }).from(evidence).where(matchesText(evidence.search, q)),
    byName(evidence.publisherId),
    byName(evidence.carriedById),
    db
      .select({ id: evidenceStations.evidenceId })
      .from(evidenceStations)
      .innerJoin(stations, and(eq(stations.id, evidenceStations.stationId), visibleTo(actor, stations)))
      .where(matchesText(stations.search, q)),
  );
}
