import { optionalEdtf } from "@/lib/dates/edtf";
import type { ResponseKind } from "@/lib/records/response";
import type { StationStatus } from "@/lib/records/status";
import { groupBy } from "@/lib/text/group-by";
import { type Planning, stationSlug } from "./planning";
import type { ResponseCsvRow, SourceRow, StationCsvRow } from "./rows";

/** Responses that by their kind bring a status about; others are its basis only when they are of the same date. */
const MATCHING: Partial<Record<StationStatus, readonly ResponseKind[]>> = {
  ordered_closed: ["closure_order"],
  under_investigation: ["investigation_opened"],
  denied: ["denial"],
};
const SILENT: readonly ResponseKind[] = ["no_comment", "no_response"];

/** A station was reported, and where the rows know more, has its latest status: each with the item that it rests on. */
export function planStatusReports({ plan, dossier, held }: Planning): void {
  const sources = new Map(dossier.sources.map(({ row }) => [row.id, row]));
  const responses = groupBy(
    dossier.responses.flatMap(({ row }) => [...new Set(row.station_ids)].map((station) => ({ station, row }))),
    ({ station }) => station,
  );
  for (const { row, line } of dossier.stations) {
    const station = stationSlug(row.id);
    const about = { from: { file: "stations.csv", line }, held: held(row.id) };
    const cited = row.source_ids.flatMap((id) => sources.get(id) ?? []);
    // Wrong sources are reported where they are written.
    if (cited.length === 0) continue;
    type Basis = { response?: string; evidence?: string };
    const add = (
      status: StationStatus,
      asOf: string | null,
      basis: Basis,
      columns: Readonly<Record<string, string>> = {},
    ) =>
      plan.add(
        "status_report",
        [station, status.replaceAll("_", "-"), asOf].filter(Boolean).join("-"),
        { station, status, asOf, ...basis },
        { ...about, columns },
      );

    add("reported", row.first_reported_on, { evidence: firstToReport(cited)?.id }, REPORTED);
    if (row.status === "reported") continue;
    const own = (responses.get(row.id) ?? []).map(({ row: response }) => response);
    const response = responseBehind(
      row,
      own.filter(({ id }) => !held(id)),
    );
    const basis = response ? { response: response.id } : { evidence: nearest(cited, row.status_as_of)?.id };
    add(row.status, row.status_as_of, basis);
  }
}

/** Where the date of the first report is written. */
const REPORTED = { asOf: "first_reported_on" };

/** So that "2022-10" is not taken for earlier than "2022-10-20"; an unknown date comes last. */
function lastDay(date: string | null): string {
  // A date that is none was reported where it is written.
  const parsed = optionalEdtf.safeParse(date);
  return (parsed.success ? parsed.data?.to : null) ?? "9999";
}

const firstToReport = (cited: readonly SourceRow[]) =>
  cited.find(({ kind }) => kind === "ngo_report") ??
  [...cited].sort(
    (a, b) =>
      Number(a.kind === "other") - Number(b.kind === "other") ||
      (lastDay(a.published_on) < lastDay(b.published_on) ? -1 : 1),
  )[0];

function responseBehind(station: StationCsvRow, responses: readonly ResponseCsvRow[]): ResponseCsvRow | undefined {
  const asOf = station.status_as_of ?? "";
  const kinds = MATCHING[station.status] ?? [];
  const until = responses
    .filter(({ response_type }) => kinds.includes(response_type))
    .filter(({ responded_on }) => (responded_on === null ? asOf === "" : responded_on <= asOf))
    .sort((a, b) => ((a.responded_on ?? "") < (b.responded_on ?? "") ? 1 : -1));
  const sameDate = responses.filter(
    (row) => row.responded_on === station.status_as_of && !SILENT.includes(row.response_type),
  );
  return until[0] ?? sameDate.find(({ country_iso2 }) => country_iso2 === station.country_iso2) ?? sameDate[0];
}

/** The item published nearest to a date, if possible not before it: only such an item can tell of what happened then. */
function nearest(cited: readonly SourceRow[], asOf: string | null): SourceRow | undefined {
  const distance = ({ published_on }: SourceRow) => {
    if (published_on === null || asOf === null) return Number.POSITIVE_INFINITY;
    return Math.abs(Date.parse(published_on) - Date.parse(asOf));
  };
  const isBefore = ({ published_on }: SourceRow) => asOf !== null && lastDay(published_on) < asOf;
  return [...cited].sort(
    (a, b) => Number(isBefore(a)) - Number(isBefore(b)) || distance(a) - distance(b) || (a.id < b.id ? -1 : 1),
  )[0];
}
