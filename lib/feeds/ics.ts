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
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 has no way to write these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, "\\n");
const plain = (iso: string) => iso.replaceAll("-", "");
/** ISO instant → 20221103T093000Z */
const stamp = (iso: string) => `${iso.slice(0, 19).replace(/[-:]/g, "")}Z`;
const dayAfter = (iso: string) => new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

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
    `DTEND;VALUE=DATE:${plain(dayAfter(day))}`,
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
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}
