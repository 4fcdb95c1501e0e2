import { countryName } from "@/lib/records/country";
import { groupBy } from "@/lib/text/group-by";
import { readBureau } from "./attributions";
import { notesOf } from "./desk-remarks";
import { type Planning, stationSlug } from "./planning";
import type { Dossier } from "./read";
import type { StationCsvRow } from "./rows";

/** Each row becomes a station: somebody reported the place, which says nothing about what is there. */
export function planStations({ plan, dossier, register, held }: Planning): void {
  const names = stationNames(dossier);
  const elsewhere = new Map(dossier.places.map(({ row }) => [row.place, row.names]));
  for (const { row, line } of dossier.stations) {
    const content = {
      name: names.get(row.id) as string,
      alternateNames: [...(elsewhere.get(row.city ?? "") ?? []), ...(elsewhere.get(row.run_by) ?? [])],
      kind: row.kind,
      country: row.country_iso2,
      city: row.city,
      localityNote: row.locality_note,
      operator: readBureau(register, row.run_by),
      firstReported: row.first_reported_on,
      latitude: row.latitude,
      longitude: row.longitude,
      locationPrecision: row.geo_precision,
      locationSource: row.geo_source,
      ...notesOf(row.confidence_note),
    };
    plan.add("station", stationSlug(row.id), content, { from: { file: "stations.csv", line }, held: held(row.id) });
  }
}

/** "Greater Toronto Area, station 1 of 3; disputed" → "station 1 of 3", "Hendon (district named …)" → "Hendon". */
function locality({ locality_note, city }: StationCsvRow): string | null {
  const place =
    locality_note
      ?.split(/[;(]/)[0]
      ?.trim()
      .replace(/^Greater Toronto Area, /, "") ?? "";
  return place === "" || place === city ? null : place;
}

/** A name for each station that no other has: its city, else its country with what is known of the place. */
export function stationNames({ stations }: Dossier): Map<string, string> {
  const rows = stations.map(({ row }) => row);
  const bureau = (row: StationCsvRow) => (row.run_by === "unknown" ? null : row.run_by);
  const steps: ((row: StationCsvRow) => (string | null)[])[] = [
    (row) => (row.city ? [row.city] : [countryName(row.country_iso2, "en"), locality(row)]),
    (row) => [row.city ?? countryName(row.country_iso2, "en"), locality(row) ?? bureau(row)],
    (row) => [row.city ?? countryName(row.country_iso2, "en"), locality(row), bureau(row)],
    (row) => [row.city ?? countryName(row.country_iso2, "en"), stationSlug(row.id)],
  ];
  const names = new Map<string, string>();
  let nameless = rows;
  for (const step of steps) {
    const wanted = nameless.map((row) => [row.id, step(row).filter(Boolean).join(", ")] as const);
    const taken = new Set(names.values());
    const wanting = groupBy(wanted, ([, name]) => name);
    for (const [id, name] of wanted) if (!taken.has(name) && wanting.get(name)?.length === 1) names.set(id, name);
    nameless = nameless.filter(({ id }) => !names.has(id));
  }
  return names;
}
