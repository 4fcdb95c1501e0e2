import { gte, sql } from "drizzle-orm";
import { addDays } from "@/lib/dates/days";
import { startOfDayIn } from "@/lib/dates/time-zone";
import { WEEK_DAYS, type WeekNumbers } from "@/lib/figures/week-numbers";
import { LOADED } from "@/lib/history/loader-reason";
import { db } from "../../client";
import { newsroomZone } from "../../newsroom";
import { corrections, revisions } from "../../schema";
import { IS_TRANSITION } from "../../schema/revisions";

/** Steps that are looked at, the latest: a load of a large dossier takes millions in a day. */
const MOST_STEPS = 20_000;

/** What was published and corrected in the last days; what a load of the dossier published at once stands apart. */
export async function countWeek(today: string): Promise<WeekNumbers> {
  const since = startOfDayIn(addDays(today, 1 - WEEK_DAYS), newsroomZone()).toISOString();
  const [steps, corrected] = await Promise.all([
    db.execute<Omit<WeekNumbers, "corrected" | "isLeast"> & { looked: number }>(sql`
      select (count(*) filter (where published and not loaded and kind <> 'status_report'))::int as published,
        (count(*) filter (where published and not loaded and kind = 'status_report'))::int as statuses,
        (count(*) filter (where published and loaded))::int as loaded, count(*)::int as looked
      from (
        select ${revisions.recordKind} as kind, ${revisions.action} ~ '[.]publish$' as published,
          coalesce(${revisions.reason}, '') like ${`${LOADED}%`} as loaded
        from ${revisions} where ${sql.raw(IS_TRANSITION)} and ${revisions.at} >= ${since}::timestamptz
        order by ${revisions.at} desc limit ${MOST_STEPS}) as steps`),
    db.$count(corrections, gte(corrections.at, since)),
  ]);
  const { published = 0, statuses = 0, loaded = 0, looked = 0 } = steps[0] ?? {};
  return { published, statuses, loaded, corrected, isLeast: looked >= MOST_STEPS };
}
