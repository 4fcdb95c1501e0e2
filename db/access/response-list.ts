import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/actor";
import { demand } from "@/lib/policy";
import type { ResponseOrder, ResponsePlace } from "@/lib/response-filter";
import { db } from "../client";
import { claims, organizations, responseClaims, responses } from "../schema";
import { RESPONSE_COLUMNS } from "./response-columns";
import { type ResponseNarrowing, responseConditions } from "./response-conditions";
import { visibleTo } from "./scope";

export type ResponseFilter = ResponseNarrowing & {
  readonly order?: ResponseOrder;
  readonly after?: ResponsePlace | null;
  readonly limit?: number;
};
export type ListedResponse = Awaited<ReturnType<typeof listResponses>>["items"][number];

/** Of no country, or of one whose authority this person may not see: after all the others. */
const NOWHERE = "~";

const GROUPS: Record<ResponseOrder, SQL<string>> = {
  government: sql<string>`coalesce(${organizations.country}::text, ${NOWHERE})`,
  kind: sql<string>`${responses.kind}::text`,
  date: sql<string>`''::text`,
};

/** A page of responses, in groups and in each newest first, with the exact number on all pages. */
export async function listResponses(
  actor: Actor,
  { order = "government", after, limit = 30, ...narrowing }: ResponseFilter,
) {
  demand(actor, "read published records");
  const asked = responseConditions(actor, narrowing);
  const group = GROUPS[order];
  const rest =
    after &&
    sql`(${group} > ${after.group} or (${group} = ${after.group} and (${responses.givenSort}, ${responses.id}) < (${after.at}::date, ${after.id}::uuid)))`;
  const sorted = [desc(responses.givenSort), desc(responses.id)];
  const [rows, [counted]] = await Promise.all([
    db
      .select({ ...shown(actor), group, at: sql<string>`${responses.givenSort}::text` })
      .from(responses)
      .leftJoin(organizations, and(eq(organizations.id, responses.authorityId), visibleTo(actor, organizations)))
      .where(and(asked, rest || undefined))
      .orderBy(...(order === "date" ? sorted : [asc(group), ...sorted]))
      .limit(limit + 1),
    db.select({ total: count() }).from(responses).where(asked),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ at: _at, group, ...item }) => ({ ...item, group: group === NOWHERE ? null : group })),
    total: counted?.total ?? 0,
    next: last ? ({ group: last.group, at: last.at, id: last.id } satisfies ResponsePlace) : null,
  };
}

const answered = (actor: Actor, isLeft: boolean) =>
  sql<number>`(select count(*)::int from ${responseClaims} join ${claims} on ${claims.id} = ${responseClaims.claimId} and ${visibleTo(actor, claims)} where ${responseClaims.responseId} = ${responses.id} and (${responseClaims.answer} = 'leaves_unanswered') = ${isLeft})`;

const shown = (actor: Actor) => ({
  ...RESPONSE_COLUMNS,
  government: organizations.country,
  countries: responses.countries,
  /** How many claims it answers, and how many it leaves unanswered. */
  answered: answered(actor, false),
  unanswered: answered(actor, true),
});
