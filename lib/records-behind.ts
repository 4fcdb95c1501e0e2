import { PUBLIC_STATES } from "./editorial";
import { type EvidenceView, evidenceFilter } from "./evidence-filter";
import { RESPONSE_GROUPS, type ResponseGroup } from "./government-figure";
import { type ReplyView, replyFilter } from "./reply-filter";
import type { ResponseKind } from "./response";
import { type ResponseView, responseFilter } from "./response-filter";
import type { Scope } from "./scope-filter";
import { type StationView, stationFilter } from "./station-filter";
import { type TimelineView, timelineFilter } from "./timeline-filter";

// The address of exactly the records that a figure of a view counts: what the figure is of, narrowed as the view is.

export const only = <V extends string>(...any: readonly V[]) => ({ any: [...any], without: [] });

/** Stations as they stood on the view's last day. */
export const stationsBehind = ({ to, country, records, box }: Scope, of: Partial<StationView> = {}): string =>
  stationFilter.href("/stations", { ...stationFilter.absent, to, country, records, box, ...of });

/** Evidence published within the view's days, or possibly so. */
export const evidenceBehind = ({ from, to, country, records, box }: Scope, of: Partial<EvidenceView> = {}): string =>
  evidenceFilter.href("/evidence", { ...evidenceFilter.absent, from, to, country, records, box, ...of });

/** What bears a date of one day. */
export const dayBehind = ({ country, records, box }: Scope, day: string, of: Partial<TimelineView> = {}): string =>
  timelineFilter.href("/timeline", {
    ...timelineFilter.absent,
    country,
    records,
    box,
    ...of,
    from: day,
    to: day,
  });

/** Responses given within the view's days by the authorities of its countries; their list knows no part of the map. */
function responsesBehind({ from, to, country, records, box }: Scope, of: Partial<ResponseView>): string | null {
  if (box) return null;
  const state = records === "published" ? only(...PUBLIC_STATES) : only<ResponseView["state"]["any"][number]>();
  return responseFilter.href("/responses", { ...responseFilter.absent, government: country, state, from, to, ...of });
}

/** Requests sent within the view's days to the authorities of its countries; their ledger knows no part of the map. */
function requestsBehind({ from, to, country, records, box }: Scope, of: Partial<ReplyView>): string | null {
  if (box) return null;
  const sent = { sent: true, sentFrom: from, sentTo: to };
  return replyFilter.href("/replies", { ...replyFilter.absent, ...sent, government: country, records, ...of });
}

/** Counts that stand on more than one page under one name. */
export type Counted = "documented" | "onFile" | "evidence" | "asked" | "answered" | "responses" | ResponseGroup;

/** Null: no list has exactly those. */
export function recordsBehind(name: Counted, scope: Scope): string | null {
  switch (name) {
    case "documented":
      return stationsBehind({ ...scope, records: "published" });
    case "onFile":
      return stationsBehind(scope);
    case "evidence":
      return evidenceBehind(scope);
    case "asked":
    case "answered":
      return requestsBehind(scope, { answered: name === "answered" });
    default: {
      const kinds: readonly ResponseKind[] = name === "responses" ? [] : RESPONSE_GROUPS[name];
      return responsesBehind(scope, { kind: only(...kinds) });
    }
  }
}
