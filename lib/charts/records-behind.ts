import { RESPONSE_GROUPS, type ResponseGroup } from "../figures/government-figure";
import { type ClaimView, claimFilter } from "../filters/claim-filter";
import { type CountryView, countryFilter } from "../filters/country-filter";
import type { DashboardFilter } from "../filters/dashboard-filter";
import { type EvidenceView, evidenceFilter } from "../filters/evidence-filter";
import { type QueueView, queueFilter } from "../filters/queue-filter";
import { type ReplyView, replyFilter } from "../filters/reply-filter";
import { type ResponseView, responseFilter } from "../filters/response-filter";
import { type StationView, stationFilter } from "../filters/station-filter";
import { PUBLIC_STATES } from "../records/editorial";
import { type TimelineView, timelineFilter } from "../timeline/timeline-filter";

export const onlyValues = <V extends string>(...any: readonly V[]) => ({ any: [...any], without: [] });

/** Stations as they stood on the view's last day. */
const stationsHref = ({ to, country, records, box }: DashboardFilter, only: Partial<StationView>): string =>
  stationFilter.href("/stations", { ...stationFilter.absent, to, country, records, box, ...only });

/** Responses given within the view's days by the authorities of its countries. */
const responsesHref = ({ from, to, country, records, box }: DashboardFilter, only: Partial<ResponseView>): string =>
  responseFilter.href("/responses", {
    ...responseFilter.absent,
    from,
    to,
    government: country,
    records,
    box,
    ...only,
  });

/** Requests sent within the view's days to the authorities of its countries. */
const requestsHref = ({ from, to, country, records, box }: DashboardFilter, only: Partial<ReplyView>): string =>
  replyFilter.href("/replies", {
    ...replyFilter.absent,
    sent: true,
    sentFrom: from,
    sentTo: to,
    government: country,
    records,
    box,
    ...only,
  });

const responsesOf = (group: ResponseGroup) => (filter: DashboardFilter, only: Partial<ResponseView>) =>
  responsesHref(filter, { kind: onlyValues(...RESPONSE_GROUPS[group]), ...only });

const LISTS = {
  onFile: stationsHref,
  /**
   * By their state and not by `records`, which would tell of each the status and the place that everybody is told: what is
   * counted by a reader's own statuses and in a part of the map is that reader's own list.
   */
  documented: (filter: DashboardFilter, only: Partial<StationView>) =>
    stationsHref(filter, { ...(filter.records === "all" && { state: onlyValues(...PUBLIC_STATES) }), ...only }),
  notPublic: (filter: DashboardFilter, only: Partial<StationView>) =>
    stationsHref(filter, { state: { any: [], without: [...PUBLIC_STATES] }, ...only }),
  /** Published within the view's days, or possibly so. */
  evidence: ({ from, to, country, records, box }: DashboardFilter, only: Partial<EvidenceView>) =>
    evidenceFilter.href("/evidence", { ...evidenceFilter.absent, from, to, country, records, box, ...only }),
  /** A state of affairs: asserted up to the view's last day. */
  claims: ({ to, country, records, box }: DashboardFilter, only: Partial<ClaimView>) =>
    claimFilter.href("/claims", { ...claimFilter.absent, to, country, records, box, ...only }),
  responses: responsesHref,
  denied: responsesOf("denied"),
  noComment: responsesOf("noComment"),
  acted: responsesOf("acted"),
  /** Of the kinds that are in no group. */
  otherResponses: (filter: DashboardFilter, only: Partial<ResponseView>) =>
    responsesHref(filter, { kind: { any: [], without: Object.values(RESPONSE_GROUPS).flat() }, ...only }),
  asked: requestsHref,
  answered: (filter: DashboardFilter, only: Partial<ReplyView>) => requestsHref(filter, { answered: true, ...only }),
  /** What bears a date, of whatever kind. */
  dated: ({ from, to, country, records, box }: DashboardFilter, only: Partial<TimelineView>) =>
    timelineFilter.href("/timeline", { ...timelineFilter.absent, from, to, country, records, box, ...only }),
  /** Claims that speak of one of the days from `periodFrom` to `periodTo` of `only`, whenever they were said. */
  speaking: ({ country, records, box }: DashboardFilter, only: Partial<TimelineView>) =>
    timelineFilter.href("/timeline", {
      ...timelineFilter.absent,
      country,
      records,
      box,
      ...only,
      ...{ lane: onlyValues("claims"), scale: "whole", from: undefined, to: undefined },
    }),
  /** Countries as they stand, whatever the view. */
  countries: (_scope: DashboardFilter, only: Partial<CountryView>) =>
    countryFilter.href("/countries", { ...countryFilter.absent, ...only }),
  /** What waits for somebody, whatever the view. */
  waiting: (_scope: DashboardFilter, only: Partial<QueueView>) =>
    queueFilter.href("/queue", { ...queueFilter.absent, ...only }),
} as const;
type Lists = typeof LISTS;
/** What a number counts: the same name gives the same list on every page. */
type CountedFigure = keyof Lists;

/**
 * The address of exactly the records that a figure of a view counts: what the figure is of, narrowed as the view is. Every
 * link behind a mark, a bar, a cell or a row of a figure is made here.
 * @param only what the number is narrowed to beside the view; it takes the place of what the view says
 */
export const recordsBehind = <Name extends CountedFigure>(
  name: Name,
  filter: DashboardFilter,
  only: Parameters<Lists[Name]>[1] = {},
): string => (LISTS[name] as (filter: DashboardFilter, only: object) => string)(filter, only);
