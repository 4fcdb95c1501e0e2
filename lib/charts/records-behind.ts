import { RESPONSE_GROUPS, type ResponseGroup } from "../figures/government-figure";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { type EvidenceView, evidenceFilter } from "../filters/evidence-filter";
import { type ReplyView, replyFilter } from "../filters/reply-filter";
import { type ResponseView, responseFilter } from "../filters/response-filter";
import { type StationView, stationFilter } from "../filters/station-filter";
import { PUBLIC_STATES } from "../records/editorial";
import type { ResponseKind } from "../records/response";
import { type TimelineView, timelineFilter } from "../timeline/timeline-filter";

// The address of exactly the records that a figure of a view counts: what the figure is of, narrowed as the view is.

export const onlyValues = <V extends string>(...any: readonly V[]) => ({ any: [...any], without: [] });

/** Stations as they stood on the view's last day. */
export const stationsBehind = (
  { to, country, records, box }: DashboardFilter,
  of: Partial<StationView> = {},
): string => stationFilter.href("/stations", { ...stationFilter.absent, to, country, records, box, ...of });

/**
 * Of those the published ones. Their list as everybody sees it has them where everybody is told that they are: what a reader
 * counts in a part of the map by closer places is their own list, narrowed by state.
 */
export const documentedBehind = (filter: DashboardFilter, of: Partial<StationView> = {}): string =>
  filter.box && filter.records === "all"
    ? stationsBehind(filter, { state: onlyValues(...PUBLIC_STATES), ...of })
    : stationsBehind({ ...filter, records: "published" }, of);

/** Evidence published within the view's days, or possibly so. */
export const evidenceBehind = (
  { from, to, country, records, box }: DashboardFilter,
  of: Partial<EvidenceView> = {},
): string => evidenceFilter.href("/evidence", { ...evidenceFilter.absent, from, to, country, records, box, ...of });

/** What bears a date of one day. */
export const dayBehind = (
  { country, records, box }: DashboardFilter,
  day: string,
  of: Partial<TimelineView> = {},
): string =>
  timelineFilter.href("/timeline", {
    ...timelineFilter.absent,
    country,
    records,
    box,
    ...of,
    from: day,
    to: day,
  });

/** Responses given within the view's days by the authorities of its countries. */
const responsesBehind = ({ from, to, country, records, box }: DashboardFilter, of: Partial<ResponseView>): string =>
  responseFilter.href("/responses", {
    ...responseFilter.absent,
    from,
    to,
    government: country,
    records,
    box,
    ...of,
  });

/** Requests sent within the view's days to the authorities of its countries. */
const requestsBehind = ({ from, to, country, records, box }: DashboardFilter, of: Partial<ReplyView>): string =>
  replyFilter.href("/replies", {
    ...replyFilter.absent,
    sent: true,
    sentFrom: from,
    sentTo: to,
    government: country,
    records,
    box,
    ...of,
  });

/** Counts that stand on more than one page under one name. */
export type CountedFigure = "documented" | "onFile" | "evidence" | "asked" | "answered" | "responses" | ResponseGroup;

export function recordsBehind(name: CountedFigure, filter: DashboardFilter): string {
  switch (name) {
    case "documented":
      return documentedBehind(filter);
    case "onFile":
      return stationsBehind(filter);
    case "evidence":
      return evidenceBehind(filter);
    case "asked":
    case "answered":
      return requestsBehind(filter, { answered: name === "answered" });
    default: {
      const kinds: readonly ResponseKind[] = name === "responses" ? [] : RESPONSE_GROUPS[name];
      return responsesBehind(filter, { kind: onlyValues(...kinds) });
    }
  }
}
