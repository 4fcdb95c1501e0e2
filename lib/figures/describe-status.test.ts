import { expect, test } from "vitest";
import { parseEdtf } from "../dates/edtf";
import { type DatedStatus, statusParts } from "../records/status";
import { describeStatus } from "./describe-status";

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
const byNgo = { basis: "evidence", by: "Safeguard Defenders", role: null } as const;

const sentences: [en: string, nl: string, reports: DatedStatus[]][] = [
  [
    "Ordered closed by the Minister of Foreign Affairs, 1 November 2022; closure not independently confirmed.",
    "Sluiting bevolen door de Minister of Foreign Affairs, 1 november 2022; sluiting niet onafhankelijk bevestigd.",
    [report("reported", "2022-09-12", byNgo), report("ordered_closed", "2022-11-01")],
  ],
  [
    "Reported by Safeguard Defenders, 12 September 2022.",
    "Gemeld door Safeguard Defenders, 12 september 2022.",
    [report("reported", "2022-09-12", byNgo)],
  ],
  [
    "Ordered closed, as reported by Safeguard Defenders, date unknown; closure not independently confirmed.",
    "Sluiting bevolen, zo meldt Safeguard Defenders, datum onbekend; sluiting niet onafhankelijk bevestigd.",
    [report("ordered_closed", null, byNgo)],
  ],
  [
    "Under investigation, according to the Minister of Security, date unknown.",
    "In onderzoek, volgens de Minister of Security, datum onbekend.",
    [
      report("reported", "2022-09-12", byNgo),
      report("under_investigation", null, { by: "Ministry of Security", role: "Minister of Security" }),
    ],
  ],
  [
    "Under investigation, according to Home Office (spokesperson), since October 2022.",
    "In onderzoek, volgens Home Office (spokesperson), sinds oktober 2022.",
    [report("under_investigation", "2022-10/..", { by: "Home Office", role: "spokesperson" })],
  ],
  [
    "Reported closed by Home Office, 2023; closure independently confirmed.",
    "Gesloten, volgens Home Office, 2023; sluiting onafhankelijk bevestigd.",
    [report("closure_confirmed", "2022-12"), report("reported_closed", "2023", { by: "Home Office", role: null })],
  ],
  ["Denied, 2022.", "Ontkend, 2022.", [report("denied", "2022", { by: null, role: null })]],
];

test.each(sentences)("%s", (en, nl, reports) => {
  expect([describeStatus(statusParts(reports), "en"), describeStatus(statusParts(reports), "nl")]).toEqual([en, nl]);
});

test("a station without a report says so", () => {
  expect(describeStatus(statusParts([]), "en")).toBe("No status reported.");
});
