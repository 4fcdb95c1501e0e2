import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { FuzzyDate } from "@/lib/dates/edtf";
import { groupBy } from "@/lib/text/group-by";
import { newsroomRecord } from "./fill";
import { countsBeside, numberOf, statusOfStation } from "./records";

type Row = Readonly<Record<string, unknown>>;
const SOURCE_KINDS: Readonly<Record<string, string>> = {
  article: "news_article",
  report: "ngo_report",
  document: "government_statement",
};

/** Writes the newsroom of so many items as the files that the loader reads. */
export async function writeDossierFolder(folder: string, items: number): Promise<void> {
  const counts = countsBeside(items);
  const all = <Kind extends keyof typeof counts>(kind: Kind) =>
    Array.from({ length: counts[kind] }, (_, number) => newsroomRecord(kind, number));
  const nameOf = (slug: string | null) =>
    slug === null ? "unknown" : newsroomRecord("organization", numberOf(slug)).input.name;
  const sources = all("evidence");
  const citing = groupBy(
    sources.flatMap(({ slug, input }) => input.stations.map((station) => ({ slug, station }))),
    ({ station }) => station,
  );
  const known = (stations: readonly string[]) => stations.filter((station) => citing.has(station));
  const files: Readonly<Record<string, readonly Row[]>> = {
    organizations: all("organization").map(({ input }) => organizationRow(input)),
    sources: sources.map(({ slug, input }) => ({
      ...sourceRow(input),
      id: slug,
      publisher: nameOf(input.publisher),
    })),
    stations: all("station")
      .filter(({ slug }) => citing.has(slug))
      .map(({ slug, number, input }) => ({
        ...stationRow(number, input),
        id: slug,
        run_by: nameOf(input.operator),
        source_ids: (citing.get(slug) ?? []).map((one) => one.slug).join(";"),
      })),
    claims: all("claim").map(({ slug, input }) => ({
      ...claimRow(input),
      id: slug,
      station_id: known([input.station ?? ""])[0] ?? "",
      scope: "country",
      asserted_by: nameOf(input.claimants[0] ?? null),
      disputed_by_claim_ids: input.disputes.join(";"),
      source_id: input.stances[0]?.evidence,
    })),
    official_responses: all("response").map(({ slug, input }) => ({
      ...responseRow(input),
      id: slug,
      authority: nameOf(input.authority),
      source_id: input.evidence[0],
      corroborating_source_ids: input.evidence.slice(1).join(";"),
      sourcing: input.evidence.length > 1 ? "two or more pages" : "single page",
      station_ids: known(input.stations).join(";"),
    })),
    events: all("event").map(({ slug, input }) => ({
      id: slug,
      ...dated("occurred_on", "precision", input.occurred),
      title: input.title,
      summary: input.summary,
      kind: input.kind,
      country_iso2: input.country,
      source_ids: input.evidence.join(";"),
      notes: input.note,
    })),
  };
  for (const [name, rows] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.csv`), stringify([...rows], { header: true }));
  }
}

const PRECISIONS = [
  [/^\d{4}-\d{2}-\d{2}$/, "day"],
  [/^\d{4}-\d{2}$/, "month"],
  [/^\d{4}$/, "year"],
] as const;

/** The files know days, months and years. */
function dated(column: string, precisionColumn: string, date: FuzzyDate | null): Row {
  const [, precision] = PRECISIONS.find(([form]) => form.test(date?.edtf ?? "")) ?? [];
  return { [column]: precision ? date?.edtf : "", [precisionColumn]: precision ?? "unknown" };
}

type Input<Kind extends Parameters<typeof newsroomRecord>[0]> = ReturnType<typeof newsroomRecord<Kind>>["input"];

const organizationRow = ({ name, kind, country, alternateNames }: Input<"organization">): Row => ({
  name,
  kind,
  country_iso2: country,
  alternate_names: alternateNames.join(";"),
  aliases: "",
  speakers: "",
});

const sourceRow = ({ kind, title, author, published, url, language, note }: Input<"evidence">): Row => ({
  kind: SOURCE_KINDS[kind] ?? "other",
  title,
  author,
  ...dated("published_on", "published_precision", published),
  url,
  language: language ?? "en",
  accessed_via: "",
  notes: note,
});

function stationRow(number: number, input: Input<"station">): Row {
  const { country, city, localityNote, kind, firstReported, latitude, longitude, locationSource, note } = input;
  const { asOf } = newsroomRecord("status_report", 2 * number + 1).input;
  return {
    country_iso2: country,
    city,
    locality_note: localityNote,
    kind,
    ...dated("first_reported_on", "first_reported_precision", firstReported),
    status: statusOfStation(number),
    ...dated("status_as_of", "status_as_of_precision", asOf),
    latitude,
    longitude,
    geo_precision: latitude === null ? "" : "city",
    geo_source: locationSource,
    confidence_note: note,
  };
}

const claimRow = ({ country, subject, valueNumber, proposition, asserted, position, note }: Input<"claim">): Row => ({
  country_iso2: country,
  subject,
  value_number: valueNumber,
  value_text: proposition,
  ...dated("asserted_on", "asserted_precision", asserted),
  stance: position,
  notes: note,
});

const responseRow = ({ countries, officialRole, given, kind, summary, note }: Input<"response">): Row => ({
  country_iso2: countries[0] ?? "",
  official_role: officialRole,
  official_name: "",
  ...dated("responded_on", "responded_precision", given),
  response_type: kind,
  summary,
  quote: "",
  quote_language: "",
  notes: note,
});
