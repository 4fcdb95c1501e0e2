import { sql } from "drizzle-orm";
import { NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";

/** Publishers without end: the first ones are counted, the rest is found by searching. */
export const MOST_VALUES = 200;

/** The period facet's value of `first_day` and `last_day`; null for a span over several years, which is in no period. */
export const monthOrYear = sql`case when first_day is null and last_day is null then ${NOT_KNOWN_VALUE}
  when left(first_day::text, 7) = left(last_day::text, 7) then left(first_day::text, 7)
  when left(first_day::text, 4) = left(last_day::text, 4) then left(first_day::text, 4) end`;
