import { addDays } from "../dates/days";
import { removeControlCharacters } from "../text/control-characters";

/** A day on which something is due, for a calendar. */
type CalendarDeadline = {
  /** The same for the same thing for ever, unique in the world. */
  readonly uid: string;
  /** ISO; the whole of this day. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** What a reminder on the day before says. */
  readonly alarm: string;
  /** ISO instant of the last change. */
  readonly changedAt: string;
};

const LONGEST = 75;
const escaped = (text: string) =>
  removeControlCharacters(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, "\\n");
const plain = (iso: string) => iso.replaceAll("-", "");
/** ISO instant → 20221103T093000Z */
const stamp = (iso: string) => `${iso.slice(0, 19).replace(/[-:]/g, "")}Z`;

/** A content line in lines of at most 75 octets; a character is never cut in two. */
export function foldLine(line: string): string {
  const octets = (text: string) => new TextEncoder().encode(text).length;
  const lines = [""];
  for (const mark of line) {
    const current = lines.at(-1) ?? "";
    // The space that begins a continued line counts too.
    const room = lines.length > 1 ? LONGEST - 1 : LONGEST;
    if (octets(current) + octets(mark) > room) lines.push(mark);
    else lines[lines.length - 1] = current + mark;
  }
  return lines.join("\r\n ");
}

/** A calendar holds at least one component, and this one no time of day: without deadlines its zone is what it holds. */
const UTC = [
  "BEGIN:VTIMEZONE",
  "TZID:Etc/UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

type Calendar = { readonly name: string; readonly language: string; readonly deadlines: readonly CalendarDeadline[] };

/** A calendar (RFC 5545) of days, each with an alarm a day before; sent to whoever subscribes, so it names no method. */
export function icsCalendar({ name, language, deadlines }: Calendar): string {
  const text = (property: string, value: string) => `${property};LANGUAGE=${language}:${escaped(value)}`;
  const events = deadlines.flatMap(({ uid, day, summary, description, url, alarm, changedAt }) => [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(changedAt)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`,
    text("SUMMARY", summary),
    text("DESCRIPTION", description),
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    text("DESCRIPTION", alarm),
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Wederhoor//Deadlines//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...UTC,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}
