import { inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { PUBLIC_STATES } from "@/lib/records/editorial";

/** Of the rows of a group, how many are published. */
export const publishedOf = (state: AnyPgColumn): SQL<number> =>
  sql<number>`(count(*) filter (where ${inArray(state, [...PUBLIC_STATES])}))::int`;
