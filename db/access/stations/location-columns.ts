import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { PUBLIC_DECIMALS, UNDECIDED } from "@/lib/records/location";
import { LOCATION_PRECISIONS, type LocationPrecision } from "@/lib/records/station";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { stations } from "../../schema";

/** The coarser of the decision and what is known; null where nothing is known. `greatest` alone would pass over a null. */
const leaves = sql`case when ${stations.locationPrecision} is null then null
  else greatest(coalesce(${stations.publicPrecision}, ${UNDECIDED}::location_precision), ${stations.locationPrecision}) end`;

const rounded = (degrees: PgColumn): SQL => {
  const cases = LOCATION_PRECISIONS.flatMap((precision) => {
    const decimals = PUBLIC_DECIMALS[precision];
    const unit = sql.raw(`${10 ** (decimals ?? 0)}::float8`);
    return decimals === null ? [] : [sql`when ${precision} then floor(${degrees} * ${unit} + 0.5) / ${unit}`];
  });
  return sql`case
    when (${leaves}) = ${stations.locationPrecision} and ${stations.locationPrecision} >= 'city' then ${degrees}
    else case (${leaves})::text ${sql.join(cases, sql` `)} end end`;
};

/**
 * Where a station is, for this reader: the desk gets it as stored, everybody else at its public precision (`publicPlace`
 * in lib/location). Every read of coordinates selects, filters and sorts by these columns and not by the table's own:
 * what may not be seen is not sent, and cannot be found out by asking.
 * @param isPublic the desk asks for what everybody else sees
 */
export function placeColumns(actor: Actor, isPublic = false) {
  const isDesk = may(actor, "read drafts") && !isPublic;
  return {
    latitude: sql<number | null>`${isDesk ? stations.latitude : rounded(stations.latitude)}`,
    longitude: sql<number | null>`${isDesk ? stations.longitude : rounded(stations.longitude)}`,
    locationPrecision: sql<LocationPrecision | null>`${isDesk ? stations.locationPrecision : leaves}`,
  };
}
