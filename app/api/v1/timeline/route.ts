import { jsonRead } from "@/app/_server/boundary";
import { BadQuery } from "@/app/_server/problem";
import { readTimelineSheet } from "@/db/access/timeline/timeline";
import { timelineSheetFilter } from "@/lib/timeline/timeline-filter";

/** Every dated record of a view in few bytes, for a picture that zooms without asking again. */
export const GET = jsonRead(async (actor, { url }) => {
  const { value, problems } = timelineSheetFilter.parse(url.searchParams);
  if (problems.length > 0) throw new BadQuery(problems);
  return readTimelineSheet(actor, value);
});
