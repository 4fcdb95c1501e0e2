import fc from "fast-check";
import { expect, test } from "vitest";
import { foldLine, icsCalendar } from "./ics";

const DEADLINE = {
  uid: "0b8f@wederhoor",
  day: "2022-12-31",
  summary: "Reply due: Ministry; of, \\ things",
  description: "First line\nsecond line",
  url: "https://example.org/replies/asked",
  alarm: "Reply due tomorrow",
  changedAt: "2022-11-03T09:30:00.123Z",
};
const calendar = (summary = DEADLINE.summary) =>
  icsCalendar({ name: "Deadlines", language: "en", deadlines: [{ ...DEADLINE, summary }] });

test("a deadline is a whole day with an alarm the day before, its text escaped", () => {
  const lines = calendar().split("\r\n");
  expect(lines).toEqual(expect.arrayContaining(["BEGIN:VCALENDAR", "VERSION:2.0", "UID:0b8f@wederhoor"]));
  expect(lines).toContain("DTSTAMP:20221103T093000Z");
  expect(lines).toContain("DTSTART;VALUE=DATE:20221231");
  expect(lines).toContain("DTEND;VALUE=DATE:20230101");
  expect(lines).toContain("SUMMARY;LANGUAGE=en:Reply due: Ministry\\; of\\, \\\\ things");
  expect(lines).toContain("DESCRIPTION;LANGUAGE=en:First line\\nsecond line");
  expect(lines).toContain("TRIGGER:-P1D");
  expect(lines.at(-2)).toBe("END:VCALENDAR");
  expect(lines.at(-1)).toBe("");
});

test("every line ends in CRLF, has at most 75 octets, and reads as it was once unfolded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const written = calendar(text);
      expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      for (const line of written.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 300 }).filter((line) => !/[\r\n]/.test(line)),
      (line) => {
        expect(foldLine(line).replaceAll("\r\n ", "")).toBe(line);
      },
    ),
  );
});

test("nothing that was typed can begin a line of its own", () => {
  const written = calendar("Reply\r\nEND:VEVENT\nBEGIN:VEVENT\rX:1");
  expect(written.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(1);
  expect(written).not.toContain("\r\nX:1");
});

test("a calendar without deadlines is one all the same", () => {
  const empty = icsCalendar({ name: "Deadlines", language: "nl", deadlines: [] });
  expect(empty).not.toContain("VEVENT");
  // RFC 5545, 3.4: properties, then at least one component.
  expect(empty).toMatch(
    /REFRESH-INTERVAL[^\r]*\r\nBEGIN:VTIMEZONE\r\nTZID:[\s\S]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/,
  );
});
