import type { RecordKind } from "./editorial";
import type { Snapshot } from "./merge";

const TITLES: Partial<Record<RecordKind, string>> = {
  organization: "name",
  station: "name",
  evidence: "title",
  claim: "proposition",
  response: "summary",
  event: "title",
  status_report: "station",
  reply_request: "subject",
  coverage: "country",
};

/** What a version of a record is called by its own words; null when it has none. */
export function recordTitle(kind: RecordKind, snapshot: Snapshot | object): string | null {
  const value = (snapshot as Snapshot)[TITLES[kind] ?? ""];
  return typeof value === "string" && value !== "" ? value : null;
}
