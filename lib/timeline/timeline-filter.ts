import { z } from "zod";
import { DASHBOARD_FILTER_FIELDS } from "../filters/dashboard-filter";
import { defineFilter, type FilterValue } from "../filters/filter";
import { choiceField, choicesField, cursorField, dayField, textField } from "../filters/filter-field";
import { LANE_KINDS, LANES } from "./timeline-lane";
import { WINDOWS, type Window } from "./timeline-window";

/** What a lane holds together: one kind of record, or one country. */
export const LANES_BY = ["kind", "country"] as const;
export type LanesBy = (typeof LANES_BY)[number];

/** What is on the timeline, whatever it looks like: for its figures as a program reads them. */
const SHOWN = {
  ...DASHBOARD_FILTER_FIELDS,
  q: textField(),
  lane: choicesField(LANES),
  kind: choicesField(LANE_KINDS),
  /** Days, inclusive: claims that speak of one of them, whenever they were said; nothing else speaks of a time. */
  periodFrom: dayField(),
  periodTo: dayField(),
};
export const timelineDataFilter = defineFilter(SHOWN);

/** The view of the timeline: what is on it, and how much time from which day on. */
export const timelineFilter = defineFilter({
  ...SHOWN,
  lanes: choiceField<LanesBy>(LANES_BY),
  scale: choiceField<Window>(WINDOWS),
  after: cursorField(z.strictObject({ sort: z.iso.date(), lane: z.enum(LANES), id: z.uuid() })),
});
export type TimelineView = FilterValue<typeof timelineFilter>;
