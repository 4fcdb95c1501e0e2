import type { ClaimDates } from "../dates/claim-dates";
import { addDays } from "../dates/days";
import { parseEdtf } from "../dates/edtf";
import type { FuzzyDate } from "../dates/fuzzy-date";
import { COUNTRY_EXTENTS, type Extent } from "./country-extents";
import type { RecordKind } from "./editorial";

/** What is most likely a slip, and may be so all the same: a person has to tick it. Each is a key of the `gate` catalogue. */
export const CAUTIONS = ["far_past", "speaks_ahead", "place_at_zero", "place_swapped", "place_outside"] as const;
export type Caution = (typeof CAUTIONS)[number];

/** The dates of each kind that are of what has happened. */
export const HAPPENED = {
  organization: [],
  station: ["firstReported"],
  evidence: ["published"],
  claim: ["asserted"],
  response: ["given"],
  event: ["occurred"],
  status_report: ["asOf"],
  reply_request: ["sentOn"],
  coverage: ["asOf"],
} as const satisfies Record<RecordKind, readonly string[]>;

/** Somewhere it is tomorrow already. */
const DAYS_OF_GRACE = 1;
const FAR_PAST_YEARS = 30;

/** Dates before this day are of the far past: nothing that a dossier of today is likely to be about. */
export const farPastOf = (today: string): string =>
  `${String(Number(today.slice(0, 4)) - FAR_PAST_YEARS).padStart(4, "0")}${today.slice(4)}`;

/** Whether a day lies certainly in the future, wherever somebody looks at the calendar. */
export const isInFuture = (day: string, today: string): boolean => day > addDays(today, DAYS_OF_GRACE);

function daysOf(date: FuzzyDate | string): readonly (string | null)[] {
  if (typeof date === "string") return [date];
  if (!date.edtf.includes("/")) return [date.from ?? date.to];
  return date.edtf
    .split("/")
    .filter((part) => part !== "" && part !== "..")
    .map((part) => parseEdtf(part))
    .map(({ from, to }) => from ?? to);
}

/** Whether a claim speaks of a time that begins or ends after what was said, certainly: it predicts, or the year is a slip. */
export function speaksAhead({ asserted, period }: ClaimDates, today: string): boolean {
  const said = asserted ? asserted.to : today;
  return said !== null && period !== null && daysOf(period).some((day) => day !== null && day > said);
}

type Values = Readonly<Record<string, unknown>>;
const datesOf = (kind: RecordKind, input: Values) =>
  HAPPENED[kind].flatMap((field) => {
    const date = input[field] as FuzzyDate | string | null | undefined;
    return date ? [{ field, date }] : [];
  });

/** The fields of an input that date what has happened after tomorrow; of a span, either end. "2026" begins in the past. */
export const futureFields = (kind: RecordKind, input: Values, today: string): string[] =>
  datesOf(kind, input)
    .filter(({ date }) => daysOf(date).some((day) => day !== null && isInFuture(day, today)))
    .map(({ field }) => field);

const lies = (latitude: number, longitude: number, [west, south, east, north]: Extent) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** What is odd about where a place is said to lie; null: nothing, or nobody knows where the country lies. */
function placeCaution(
  country: string,
  latitude: number,
  longitude: number,
): Extract<Caution, `place_${string}`> | null {
  if (latitude === 0 && longitude === 0) return "place_at_zero";
  const extents = COUNTRY_EXTENTS.get(country);
  if (!extents || extents.some((extent) => lies(latitude, longitude, extent))) return null;
  return extents.some((extent) => lies(longitude, latitude, extent)) ? "place_swapped" : "place_outside";
}

/** What of an input somebody has to look at again before it is published. */
export function cautionsOfInput(kind: RecordKind, input: Values, today: string): Caution[] {
  const last = (date: FuzzyDate | string) => (typeof date === "string" ? date : date.to);
  const isFarPast = datesOf(kind, input).some(({ date }) => (last(date) ?? today) < farPastOf(today));
  const { country, latitude, longitude } = input;
  const place =
    kind === "station" && typeof latitude === "number" && typeof longitude === "number"
      ? placeCaution(String(country), latitude, longitude)
      : null;
  const isAhead = kind === "claim" && speaksAhead(input as ClaimDates, today);
  return [
    ...(isFarPast ? (["far_past"] as const) : []),
    ...(isAhead ? (["speaks_ahead"] as const) : []),
    ...(place ? [place] : []),
  ];
}
