import { readMapSpots } from "@/app/_server/drawn-map";
import { BadQuery } from "@/app/_server/problem";
import { jsonRead } from "@/app/_server/route-handlers";
import { mapFilter } from "@/lib/filters/map-filter";

/** The places of the stations in view in few bytes, for a map that is moved without asking again. */
export const GET = jsonRead(async (actor, { url }) => {
  const { value, problems } = mapFilter.parse(url.searchParams);
  if (problems.length > 0) throw new BadQuery(problems);
  return readMapSpots(actor, value);
});
