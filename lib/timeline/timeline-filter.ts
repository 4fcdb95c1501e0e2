import { z } from "zod";
import { defineFilter, type FilterValue } from "../filters/filter";
import { cursor, many, one, text } from "../filters/filter-field";
import { SCOPE_FIELDS } from "../filters/scope-filter";
import { LANE_KINDS, LANES } from "./timeline-lane";
import { WINDOWS, type Window } from "./timeline-window";

/** What a lane holds together: one kind of record, or one country. */
export const LANES_BY = ["kind", "country"] as const;
export type LanesBy = (typeof LANES_BY)[number];

/** What is on the timeline, whatever it looks like: for its figures as a program reads them. */
const SHOWN = { ...SCOPE_FIELDS, q: text(), lane: many(LANES), kind: many(LANE_KINDS) };
export const timelineSheetFilter = defineFilter(SHOWN);

/** The view of the timeline: what is on it, and how much time from which day on. */
export const timelineFilter = defineFilter({
  ...SHOWN,
  lanes: one<LanesBy>(LANES_BY),
  scale: one<Window>(WINDOWS),
  after: cursor(z.strictObject({ sort: z.iso.date(), lane: z.enum(LANES), id: z.uuid() })),
});
export type TimelineView = FilterValue<typeof timelineFilter>;
