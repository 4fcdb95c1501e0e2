import { z } from "zod";
import { COUNTRY_CODES } from "./country";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, day, many, one, text } from "./filter-field";
import { LANE_KINDS, LANES } from "./timeline-lane";
import { WINDOWS, type Window } from "./timeline-window";

/** The view of the timeline: what is on it, and how much time from which day on. */
export const timelineFilter = defineFilter({
  q: text(),
  lane: many(LANES),
  country: many(COUNTRY_CODES),
  kind: many(LANE_KINDS),
  scale: one<Window>(WINDOWS),
  from: day(),
  to: day(),
  after: cursor(z.strictObject({ sort: z.iso.date(), lane: z.enum(LANES), id: z.uuid() })),
});
export type TimelineView = FilterValue<typeof timelineFilter>;
