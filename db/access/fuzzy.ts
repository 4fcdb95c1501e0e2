import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { FuzzyDate } from "@/lib/dates/fuzzy-date";

/** A fuzzy date's three columns as one value; null when the date is unknown, or its row was not joined. */
export const fuzzyDateColumns = (edtf: AnyPgColumn, from: AnyPgColumn, to: AnyPgColumn): SQL<FuzzyDate | null> =>
  sql<FuzzyDate | null>`case when ${edtf} is not null then json_build_object('edtf', ${edtf}, 'from', ${from}, 'to', ${to}) end`;
