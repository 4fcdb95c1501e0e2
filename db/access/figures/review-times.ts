import { type SQL, sql } from "drizzle-orm";
import { LOADED } from "@/lib/history/loader-reason";
import { revisions } from "../../schema";
import { IS_TRANSITION } from "../../schema/revisions";

/** What a load of the dossier took records through at once was no review, and says nothing of how the desk works. */
const byDesk = sql`coalesce(${revisions.reason}, '') not like ${`${LOADED}%`}`;

/** The steps of the desk since a moment, on the index of steps. */
export const transitionsSince = (since: SQL): SQL =>
  sql`(${sql.raw(IS_TRANSITION)} and ${revisions.at} >= ${since} and ${byDesk})`;

/**
 * The reviews that ended within so many days, as a table `reviews (at, author_id, seconds)`: from the day that the work was
 * handed in to the decision about it. It walks the index of steps, and per decision looks up the step before it by record
 * and version. A decision that is none about work in review (changes asked of what was approved already) has no time.
 */
export const reviewTimes = (days: number): SQL => sql`(
  select decided.at, decided.author_id, extract(epoch from decided.at - before.at)::float8 as seconds
  from (
    select record_kind, record_id, version, at, author_id from ${revisions}
    where ${transitionsSince(sql`now() - make_interval(days => ${days})`)} and "action" ~ '[.](approve|request_changes|reject)$'
  ) as decided
  cross join lateral (
    select step.action, step.at from ${revisions} as step
    where step.record_kind = decided.record_kind and step.record_id = decided.record_id
      and step.version < decided.version and step.${sql.raw(IS_TRANSITION)}
    order by step.version desc limit 1
  ) as before
  where before.action ~ '[.]submit$'
) as reviews`;
