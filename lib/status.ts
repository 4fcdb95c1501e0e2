export const STATION_STATUSES = [
  "reported",
  "acknowledged",
  "under_investigation",
  "ordered_closed",
  "reported_closed",
  "closure_confirmed",
  "denied",
  "reopened",
  "unknown",
] as const;
export type StationStatus = (typeof STATION_STATUSES)[number];
