import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import {
  countsFrom,
  currentStatus,
  type DatedStatus,
  STATION_STATUSES,
  sortReports,
  statusGlyph,
  statusParts,
} from "./status";

let made = 0;
function report(status: DatedStatus["status"], asOf: string | null, change: Partial<DatedStatus> = {}): DatedStatus {
  const id = `rep-${++made}`;
  const date = asOf === null ? null : parseEdtf(asOf);
  const stated = {
    basis: "response",
    by: "Ministry of Foreign Affairs",
    role: "Minister of Foreign Affairs",
  } as const;
  return { id, status, asOf: date, ...stated, recordedAt: "2026-11-23T10:00:00.000Z", ...change };
}
const current = (...reports: DatedStatus[]) => currentStatus(reports)?.status;
const byNgo = { basis: "evidence", by: "Safeguard Defenders", role: null } as const;

test("the latest dated report is the current status, in whatever order they were recorded", () => {
  expect(current(report("ordered_closed", "2022-11-01"), report("reported", "2022-09-12"))).toBe("ordered_closed");
});

test("a vaguer date that begins on the same day does not replace the precise one", () => {
  expect(current(report("denied", "2022-11-01"), report("reported", "2022-11"))).toBe("denied");
  expect(current(report("reported", "2022"), report("denied", "2022-01"))).toBe("denied");
});

test("an undated first report stands only while there is no dated one", () => {
  expect(current(report("reported", null))).toBe("reported");
  expect(current(report("reported", null), report("acknowledged", "2022"))).toBe("acknowledged");
  expect(current(report("unknown", null), report("reported", "2022"))).toBe("reported");
});

const STEPS = STATION_STATUSES.filter((status) => status !== "reported" && status !== "unknown");

test.each(STEPS)("%s without a date follows the reports that the station is there", (status) => {
  const first = [report("reported", "2022-09-12", byNgo), report("reported", "2022-12", byNgo)];
  expect(current(report(status, null), ...first)).toBe(status);
  expect(current(report(status, null), ...first, report("unknown", "2023"))).toBe(status);
  expect(current(report(status, null), report("reported", null))).toBe(status);
});

test.each(STEPS)("%s without a date stands only while no step is dated", (status) => {
  const [first, undated] = [report("reported", "2022-09-12", byNgo), report(status, null)];
  const step = report("acknowledged", "2022-11");
  expect(current(undated, first, step)).toBe("acknowledged");
  expect(sortReports([step, undated, first])).toEqual([first, undated, step]);
});

test("what is undated counts from the day of its record, since nobody knows of a day before; what is dated from its own", () => {
  expect(countsFrom(report("denied", null))).toBe("2026-11-23");
  expect(countsFrom(report("denied", "2022-10"))).toBe("2022-10-01");
  expect(countsFrom(report("reported", null))).toBe("0001-01-01");
});

test("on one day what an authority said comes after what is reported of it, and unknown says least", () => {
  expect(current(report("ordered_closed", "2022-11-01"), report("reported", "2022-11-01", byNgo))).toBe(
    "ordered_closed",
  );
  expect(current(report("reported", "2022-11-01", byNgo), report("unknown", "2022-11-01"))).toBe("reported");
});

test("of two equal reports the one recorded last is current", () => {
  const earlier = report("denied", "2022-11-01");
  expect(current(report("acknowledged", "2022-11-01", { recordedAt: "2026-11-24T10:00:00.000Z" }), earlier)).toBe(
    "acknowledged",
  );
});

test("a station without a report has no status", () => {
  expect(currentStatus([])).toBeNull();
});

test("a closure stays confirmed until a later report says that it reopened", () => {
  const confirmed = report("closure_confirmed", "2023-01-10");
  const ordered = report("ordered_closed", "2022-11-01");
  expect(statusParts([ordered])?.closureConfirmed).toBe(false);
  expect(statusParts([confirmed, ordered])?.closureConfirmed).toBe(true);
  expect(statusParts([confirmed, ordered, report("reopened", "2023-06")])?.closureConfirmed).toBe(false);
});

test("every status has a shape of its own", () => {
  expect(new Set(STATION_STATUSES.map(statusGlyph)).size).toBe(STATION_STATUSES.length);
});

const anyReport = fc
  .tuple(
    fc.constantFrom(...STATION_STATUSES),
    fc.constantFrom(null, null, "2022", "2022-09", "2022-09-12", "../2023"),
    fc.boolean(),
  )
  .map(([status, asOf, isEvidence]) => report(status, asOf, isEvidence ? byNgo : {}));

test("the order in which reports are read never changes the status", () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 8 }), (reports) => {
      expect(currentStatus([...reports].reverse())).toBe(currentStatus(reports));
    }),
  );
});
