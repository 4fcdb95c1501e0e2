import { z } from "zod";
import { CLAIM_POSITIONS } from "@/lib/records/claim";
import { isCountry } from "@/lib/records/country";
import { EVENT_KINDS } from "@/lib/records/event";
import { readNumber } from "@/lib/records/number-text";
import { ORGANIZATION_KINDS } from "@/lib/records/organization";
import { RESPONSE_KINDS } from "@/lib/records/response";
import { STATION_KINDS } from "@/lib/records/station";
import { STATION_STATUSES } from "@/lib/records/status";

export const SOURCE_KINDS = [
  "ngo_report",
  "news_article",
  "government_statement",
  "court_document",
  "encyclopedia",
  "other",
] as const;
const SCOPES = ["global", "europe", "country", "station"] as const;
const PRECISIONS = ["day", "month", "year", "unknown"] as const;

const text = z.string().transform((cell) => (cell === "" ? null : cell));
const filled = z.string().min(1, "is empty");
const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[a-z0-9]+(-[a-z0-9]+)*$`), `is not of the form ${prefix}-…`);
const list = z.string().transform((cell) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `is not one of ${values.join(", ")}` });
const country = z.string().refine(isCountry, "is not a country of ISO 3166-1 (two capitals)");
const maybeCountry = z.union([z.literal("").transform(() => null), country], {
  error: "is not a country of ISO 3166-1 (two capitals)",
});
const numeric = text.transform((cell, context) => {
  if (cell === null) return null;
  // The decimal point of a data file leaves no second reading.
  const number = cell.includes(",") ? "invalid" : readNumber(cell, () => false);
  if (typeof number === "number") return number;
  context.addIssue({ code: "custom", message: "is not a number; a decimal is written with a point", input: cell });
  return z.NEVER;
});
const precision = oneOf(PRECISIONS);

export const sourceRow = z.object({
  id: id("src"),
  kind: oneOf(SOURCE_KINDS),
  publisher: filled,
  title: filled,
  author: text,
  published_on: text,
  published_precision: precision,
  url: text,
  language: filled,
  accessed_via: text,
  notes: text,
});

export const stationRow = z.object({
  id: id("st"),
  country_iso2: country,
  city: text,
  locality_note: text,
  run_by: filled,
  kind: oneOf(STATION_KINDS),
  first_reported_on: text,
  first_reported_precision: precision,
  status: oneOf(STATION_STATUSES),
  status_as_of: text,
  status_as_of_precision: precision,
  latitude: numeric,
  longitude: numeric,
  geo_precision: z.union([z.literal("").transform(() => null), z.literal("city")], { error: "is not city or empty" }),
  geo_source: text,
  source_ids: list.refine((ids) => ids.length > 0, "names no source"),
  confidence_note: text,
});

export const claimRow = z.object({
  id: id("clm"),
  scope: oneOf(SCOPES),
  country_iso2: maybeCountry,
  station_id: text,
  subject: filled,
  value_number: numeric,
  value_text: filled,
  asserted_by: filled,
  asserted_on: text,
  asserted_precision: precision,
  source_id: filled,
  stance: oneOf(CLAIM_POSITIONS),
  disputed_by_claim_ids: list,
  notes: text,
});

export const responseRow = z.object({
  id: id("rsp"),
  country_iso2: maybeCountry,
  authority: filled,
  official_role: text,
  official_name: text,
  responded_on: text,
  responded_precision: precision,
  response_type: oneOf(RESPONSE_KINDS),
  summary: filled,
  quote: text,
  quote_language: text,
  source_id: filled,
  corroborating_source_ids: list,
  sourcing: oneOf(["two or more pages", "single page"]),
  station_ids: list,
  notes: text,
});

export const eventRow = z.object({
  id: id("evt"),
  occurred_on: text,
  precision,
  title: filled,
  summary: text,
  kind: oneOf(EVENT_KINDS),
  country_iso2: maybeCountry,
  source_ids: list.refine((ids) => ids.length > 0, "names no source"),
  notes: text,
});

export const organizationRow = z.object({
  name: filled,
  kind: oneOf(ORGANIZATION_KINDS),
  country_iso2: maybeCountry,
  alternate_names: list,
  aliases: list,
  speakers: list,
});
export const placeNameRow = z.object({ place: filled, names: list });
export const holdRow = z.object({ id: filled, reason: filled });

export type SourceRow = z.infer<typeof sourceRow>;
export type StationCsvRow = z.infer<typeof stationRow>;
export type ClaimRow = z.infer<typeof claimRow>;
export type ResponseCsvRow = z.infer<typeof responseRow>;
export type OrganizationRow = z.infer<typeof organizationRow>;
