// By itself: the browser is sent what this file imports.
/** What is counted of a government: of our requests two, of what it said or did three. */
export const RESPONSE_CHART_COLUMNS = ["asked", "answered", "denied", "noComment", "acted"] as const;
export type ResponseColumn = (typeof RESPONSE_CHART_COLUMNS)[number];
