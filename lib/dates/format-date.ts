import type { Locale } from "../text/locale";
import { LANGUAGE_TAGS } from "../text/translator";
import { startOfDay } from "./days";

type Options = Intl.DateTimeFormatOptions;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Made once each: they are slow to make, and asked for on every frame of the timeline. */
function formatOf(locale: Locale, timeZone: string, style: string, options: Options): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { ...options, timeZone });
  formats.set(key, made);
  return made;
}

const DAY_STYLES = {
  medium: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  dayAndMonth: { day: "numeric", month: "short" },
  month: { month: "short" },
  monthName: { month: "long" },
  monthAndYear: { month: "short", year: "numeric" },
  monthNameAndYear: { month: "long", year: "numeric" },
} as const satisfies Record<string, Options>;
type DayStyle = keyof typeof DAY_STYLES;

const dayFormat = (style: DayStyle, locale: Locale) => formatOf(locale, "UTC", style, DAY_STYLES[style]);

/** A calendar day ("2022-11-03") as the language writes it. It is a day in no time zone. */
export const formatDay = (day: string, locale: Locale, style: DayStyle): string =>
  dayFormat(style, locale).format(startOfDay(day));

/** "1 Jul – 30 Sep 2022", as the language writes a range of days. */
export const formatDays = (from: string, to: string, locale: Locale): string =>
  dayFormat("medium", locale).formatRange(startOfDay(from), startOfDay(to));

/** By which clock, and in which language, instants are written. */
export type Clock = { readonly locale: Locale; readonly timeZone: string };

const MOMENT = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
const INSTANT_STYLES = {
  /** The day that it falls on. */
  day: { dateStyle: "medium" },
  longDay: { dateStyle: "long" },
  /** Of today. */
  clock: { timeStyle: "short" },
  minute: { dateStyle: "medium", timeStyle: "short" },
  longMinute: { dateStyle: "long", timeStyle: "short" },
  second: { dateStyle: "long", timeStyle: "medium" },
  /** With the zone's short name, for a moment that stands alone. */
  moment: { ...MOMENT, timeZoneName: "short" },
} as const satisfies Record<string, Options>;
export type InstantStyle = keyof typeof INSTANT_STYLES;

/** An instant (ISO or a Date) as the clock of a zone shows it. */
export const formatInstant = (at: string | Date, { locale, timeZone }: Clock, style: InstantStyle): string =>
  formatOf(locale, timeZone, `at ${style}`, INSTANT_STYLES[style]).format(new Date(at));

const zoneTitles = new Map<string, string>();

/** A zone with its short names of the year: "Europe/Amsterdam (CET/CEST)"; "UTC" is its own. */
export function formatTimeZone({ locale, timeZone }: Clock, now: Date): string {
  const year = now.getUTCFullYear();
  const key = `${locale} ${timeZone} ${year}`;
  const known = zoneTitles.get(key) ?? zoneTitle({ locale, timeZone }, year);
  zoneTitles.set(key, known);
  return known;
}

function zoneTitle({ locale, timeZone }: Clock, year: number): string {
  const shortNames = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)].map(
    (at) =>
      formatOf(locale, timeZone, "name", { timeZoneName: "short" })
        .formatToParts(at)
        .find(({ type }) => type === "timeZoneName")?.value ?? timeZone,
  );
  const names = [...new Set(shortNames)].join("/");
  return names === timeZone ? timeZone : `${timeZone} (${names})`;
}
