import { COUNTRY_EXTENTS } from "@/lib/records/country-extents";
import type { RecordKind, RecordState } from "@/lib/records/editorial";
import { STATION_STATUSES, type StationStatus } from "@/lib/records/status";
import type { RecordInputs } from "../../access/record-mappers";
import { pickDate } from "./dates";
import { Random } from "./random";
import { COUNTRIES, placeName, sayWords } from "./words";

export type NewsroomRecord<Kind extends RecordKind = RecordKind> = {
  readonly kind: Kind;
  readonly number: number;
  readonly slug: string;
  readonly state: RecordState;
  readonly input: RecordInputs[Kind];
};

/** In the order in which they may be written: whatever a record names is there before it. */
export const NEWSROOM_KINDS = [
  ...(["organization", "station", "evidence", "claim", "response"] as const),
  ...(["event", "status_report", "reply_request", "coverage"] as const),
] satisfies readonly RecordKind[];

/** As in files of a dossier; those of the first dossier have no "m". */
const PREFIXES: Readonly<Record<RecordKind, string>> = {
  organization: "org-m",
  station: "st-m",
  evidence: "src-m",
  claim: "clm-m",
  response: "rsp-m",
  event: "evt-m",
  status_report: "status-m",
  reply_request: "reply-m",
  coverage: "cov-m",
};
export const slugOf = (kind: RecordKind, number: number): string => `${PREFIXES[kind]}-${number}`;
export const numberOf = (slug: string): number => Number(slug.slice(slug.lastIndexOf("-") + 1));

/** The world has no more stations than that, however much is written about them. */
const MOST_STATIONS = 5000;
const PLACES = 2000;

/** How many records of each kind stand beside so many items of evidence. What there is grows with them, and never changes. */
export const countsBeside = (items: number): Readonly<Record<RecordKind, number>> => {
  const station = Math.min(MOST_STATIONS, 10 + Math.floor(items / 20));
  return {
    organization: 40 + Math.floor(items / 20),
    station,
    evidence: items,
    claim: Math.floor(items / 5),
    response: Math.floor(items * 0.03),
    event: Math.floor(items / 50),
    status_report: 2 * station,
    reply_request: Math.floor(items / 500),
    coverage: Math.floor(items / 1000),
  };
};

export const randomFor = (kind: RecordKind | "place", number: number) =>
  new Random(Math.imul(number + 1, 0x9e3779b1) ^ ((NEWSROOM_KINDS.indexOf(kind as RecordKind) + 2) * 0x85ebca6b));

const PUBLISHED = 0.8;
const OTHERS: readonly RecordState[] = ["draft", "draft", "in_review", "in_review", "changes_requested", "trashed"];

/** Four of five are published, what others rest on more often; the rest is on the desk. */
export function stateFor(kind: RecordKind, random: Random): RecordState {
  const isBasis = kind === "organization" || kind === "station";
  if (random.chance(isBasis ? 0.98 : PUBLISHED)) return random.chance(0.02) ? "corrected" : "published";
  return isBasis ? "in_review" : random.pick(OTHERS);
}

/** A place that stations are in: its name, and where it lies. */
function placeOf(number: number) {
  const random = randomFor("place", number);
  const country = random.pick(COUNTRIES, 1.6);
  const [west, south, east, north] = COUNTRY_EXTENTS.get(country)?.[0] ?? [0, 40, 10, 50];
  const between = (from: number, to: number) => Number((from + (to - from) * random.next()).toFixed(4));
  return {
    country,
    city: placeName(random, number),
    latitude: between(south, north),
    longitude: between(west, east),
  };
}

/** Which place a station is in: big cities have several. */
export const placeOfStation = (number: number) =>
  placeOf(number < PLACES ? number : randomFor("station", -number).below(PLACES, 2));

/** What has become of a station by now, and what was known of it first. */
export const statusOfStation = (number: number): StationStatus =>
  randomFor("status_report", -number).pick(STATION_STATUSES, 2);

/** A record of the newsroom as it is for its number, whatever else there is. */
export function stationInputOf(number: number, random: Random): RecordInputs["station"] {
  const { city, country, latitude, longitude } = placeOfStation(number);
  const isPlaced = random.chance(0.85);
  return {
    name: `${city}, ${sayWords(random, "en", 2)} ${number}`,
    alternateNames: random.chance(0.2) ? [`${sayWords(random, "zh", 3)}${number}`] : [],
    kind: random.pick(
      ["overseas_police_service_station", "contact_point", "linkage_service_centre", "other"] as const,
      2,
    ),
    country,
    city,
    localityNote: random.chance(0.3) ? sayWords(random, "en", 5) : null,
    operator: random.chance(0.6) ? slugOf("organization", 10 * random.below(4) + 9) : null,
    firstReported: pickDate(random),
    latitude: isPlaced ? latitude : null,
    longitude: isPlaced ? longitude : null,
    locationPrecision: isPlaced ? random.pick(["city", "locality", "vicinity"] as const, 3) : null,
    publicPrecision: isPlaced ? "city" : null,
    locationSource: isPlaced ? "Said by the source" : null,
    note: random.chance(0.3) ? sayWords(random, "en", 20) : null,
    internalNote: null,
  };
}
