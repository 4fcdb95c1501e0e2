import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edtfInput, NotEdtf, optionalEdtf, parseEdtf, sayDate } from "./edtf";

const spans: [text: string, from: string | null, to: string | null][] = [
  ["2022-10-26", "2022-10-26", "2022-10-26"],
  ["2022-10", "2022-10-01", "2022-10-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2022", "2022-01-01", "2022-12-31"],
  ["2022-10~", "2022-10-01", "2022-10-31"],
  ["2022?", "2022-01-01", "2022-12-31"],
  ["2016/2018", "2016-01-01", "2018-12-31"],
  ["2022-09-12/2022-12", "2022-09-12", "2022-12-31"],
  ["2016/..", "2016-01-01", null],
  ["../2018", null, "2018-12-31"],
  ["2016/", "2016-01-01", null],
  ["/2018", null, "2018-12-31"],
  ["201X", "2010-01-01", "2019-12-31"],
  ["20XX", "2000-01-01", "2099-12-31"],
  ["2023-02-XX", "2023-02-01", "2023-02-28"],
  ["2022-XX", "2022-01-01", "2022-12-31"],
  ["2022-XX-XX", "2022-01-01", "2022-12-31"],
  ["2022-21", "2022-03-01", "2022-05-31"],
  ["2022-22", "2022-06-01", "2022-08-31"],
  ["2022-23", "2022-09-01", "2022-11-30"],
  ["2023-24", "2023-12-01", "2024-02-29"],
  ["0001", "0001-01-01", "0001-12-31"],
];

test.each(spans)("%s runs from %s to %s", (text, from, to) => {
  expect(parseEdtf(text)).toEqual({ edtf: text, from, to });
});

describe("plain dates are read without the grammar, as it reads them", () => {
  /** What a text says, or that it says nothing; "about" widens nothing, and goes through the grammar. */
  const spanOf = (text: string, mark = "") => {
    try {
      const { from, to } = parseEdtf(text + mark);
      return { from, to };
    } catch (reason) {
      if (reason instanceof NotEdtf) return "no date";
      throw reason;
    }
  };
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  const numbers = Array.from({ length: 100 }, (_, number) => twoDigits(number));
  const expectSame = (text: string) => expect([text, spanOf(text)]).toEqual([text, spanOf(text, "~")]);

  test.each(["0000", "0001", "0004", "0100", "0400", "1582", "1900", "2000", "2023", "2024", "9999"])(
    "the months of %s, and its days on both sides of the ends of months",
    (year) => {
      expectSame(year);
      for (const month of numbers) {
        // The grammar takes no mark on a season.
        if (!/^2[1-4]$/.test(month)) expectSame(`${year}-${month}`);
        for (const day of ["00", "01", "28", "29", "30", "31", "32", "99"]) expectSame(`${year}-${month}-${day}`);
      }
    },
  );

  test("any other", () => {
    const part = fc.integer({ min: 0, max: 40 }).map(twoDigits);
    const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, "0"));
    fc.assert(
      fc.property(year, part, part, (...parts) => {
        expectSame(parts.join("-"));
      }),
    );
  });

  test.each(["2022-1", "2022-1-01", "20221001", "2022-10-1", "2022-10-011", "２０２２"])("%j is none", (text) =>
    expect(spanOf(text)).toBe("no date"),
  );
});

test("what is typed around a date and in small letters is taken in its canonical form", () => {
  expect(parseEdtf("  201x ").edtf).toBe("201X");
});

test.each([
  "",
  "..",
  "../..",
  "/",
  "XXXX",
  "0000",
  "yesterday",
  "26-10-2022",
  "20221026",
  "2022-13",
  "2022-02-30",
  "2022-02-29",
  "1900-02-29",
  "2022-04-31",
  "2022-02-29~",
  "2022-02-29/2022-03-05",
  "2022-01/2022-02-29",
])("%j is no date", (text) => expect(() => parseEdtf(text)).toThrow(NotEdtf));

test.each(["2018/2016", "2022-10-26T10:00:00Z", "-0044", "Y17000", "19XX-12", "9999-24", "1".repeat(5000)])(
  "%j is outside of what the desk records",
  (text) => expect(() => parseEdtf(text)).toThrow(NotEdtf),
);

test("every calendar day is its own first and last day, whatever the machine's time zone", () => {
  const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10);
      expect(parseEdtf(day)).toEqual({ edtf: day, from: day, to: day });
    }),
  );
});

test("the 29th of February is a day of leap years only, alone and in a span", () => {
  for (let year = 1800; year <= 2200; year += 1) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    for (const text of [`${year}-02-29`, `${year}-02-29?`, `${year}-02-29/..`, `${year}-01/${year}-02-29`]) {
      if (isLeap) expect(parseEdtf(text).edtf).toBe(text);
      else expect(() => parseEdtf(text), text).toThrow(NotEdtf);
    }
  }
});

test("no text makes the parser do anything but read or refuse, and a parsed date reads the same again", () => {
  const texts = fc.string({ unit: fc.constantFrom(..."0123456789-/.X~?%"), maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), (text) => {
      const read = edtfInput.safeParse(text);
      if (!read.success) return;
      expect(parseEdtf(read.data.edtf)).toEqual(read.data);
      if (read.data.from && read.data.to) expect(read.data.from <= read.data.to).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe("input", () => {
  test("a wrong date is refused with a key of the catalogue", () => {
    expect(edtfInput.safeParse("someday").error?.issues.map((issue) => issue.message)).toEqual(["validation.edtf"]);
    expect(edtfInput.safeParse(undefined).error?.issues[0]?.message).toBe("validation.edtf");
  });
  test("an unknown date stays unknown", () => {
    for (const nothing of ["", "  ", null, undefined]) expect(optionalEdtf.parse(nothing)).toBeNull();
    expect(optionalEdtf.parse("2022")).toEqual({ edtf: "2022", from: "2022-01-01", to: "2022-12-31" });
  });
});

const sentences: [text: string, en: string, nl: string][] = [
  ["2022-10-26", "26 October 2022", "26 oktober 2022"],
  ["2022-10-06", "6 October 2022", "6 oktober 2022"],
  ["2022-10", "October 2022", "oktober 2022"],
  ["2022", "2022", "2022"],
  ["2016/2018", "2016–2018", "2016–2018"],
  ["2022-09-12/2022-12", "12 September 2022 – December 2022", "12 september 2022 – december 2022"],
  ["2019~", "about 2019", "omstreeks 2019"],
  ["2022-10~", "about October 2022", "omstreeks oktober 2022"],
  ["2022?", "possibly 2022", "mogelijk 2022"],
  ["2022%", "possibly about 2022", "mogelijk omstreeks 2022"],
  ["2016/..", "since 2016", "sinds 2016"],
  ["../2018", "until 2018", "tot en met 2018"],
  ["2016/", "from 2016, end unknown", "vanaf 2016, einde onbekend"],
  ["/2018", "until 2018, beginning unknown", "tot en met 2018, begin onbekend"],
  ["2016~/2018", "about 2016–2018", "omstreeks 2016–2018"],
  ["201X", "2010s", "jaren 2010"],
  ["19XX", "1900–1999", "1900–1999"],
  ["2022-04-XX", "April 2022", "april 2022"],
  ["2022-XX", "2022", "2022"],
  ["2022-22", "summer 2022", "zomer 2022"],
  ["2022-24", "winter 2022–2023", "winter 2022–2023"],
  ["0099", "99", "99"],
];

test.each(sentences)("%s reads %j and %j", (text, en, nl) => {
  expect([sayDate(parseEdtf(text), "en"), sayDate(parseEdtf(text), "nl")]).toEqual([en, nl]);
});

test("a date that nobody knows reads as unknown", () => {
  expect([sayDate(null, "en"), sayDate(null, "nl")]).toEqual(["date unknown", "datum onbekend"]);
});
