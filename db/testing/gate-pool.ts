import type { RecordKind } from "@/lib/records/editorial";

/** In the order in which they can be recorded. */
export const TABLE_OF = {
  organization: "organizations",
  station: "stations",
  evidence: "evidence",
  claim: "claims",
  response: "responses",
  status_report: "status_reports",
  event: "events",
  coverage: "coverage",
  reply_request: "reply_requests",
} as const satisfies Record<RecordKind, string>;
const HOW_MANY: Record<RecordKind, number> = {
  ...{ organization: 4, station: 3, evidence: 7, claim: 9, response: 9 },
  ...{ status_report: 2, event: 1, coverage: 1, reply_request: 3 },
};
/** The names of a small pool of records of every kind, which all may name each other. */
export const slugsOf = (kind: RecordKind) =>
  Array.from({ length: HOW_MANY[kind] }, (_, index) => `${kind.replace("_", "-")}-${index}`);
const COUNTRIES = ["NL", "IT"];

type Content = Record<string, unknown>;

/** @param random numbers from 0 up to 1 */
export function gatePool(random: () => number) {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.5);
  const any = (of: RecordKind) => one(slugsOf(of));
  const maybe = <T>(value: T) => one([value, value, null]);
  const note = () => String(random());

  const stance = (evidence: string) => ({
    ...{ evidence, stance: one(["supports", "supports", "supports", "contradicts", "mentions"]) },
    ...{ derivation: one(["original", "original", "derived"]), origin: one([null, any("organization")]) },
    ...{ quote: one([null, "Two"]), locator: one(["p. 2", "p. 2", null]) },
  });
  const place = (country: string) =>
    one([{ scope: "country", country }, { scope: "station", country, station: any("station") }, { scope: "global" }]);
  const CONTENT: Record<RecordKind, (country: string) => Content> = {
    organization: (country) => ({ name: note(), kind: "ministry", country, reliability: one([null, "A", "D"]) }),
    station: (country) => {
      const located = { latitude: 45, longitude: 9, locationPrecision: one(["exact", "city"]) };
      const where = one([{}, { ...located, publicPrecision: one(["city", null]) }]);
      return { name: note(), kind: "other", country, operator: maybe(any("organization")), ...where };
    },
    evidence: () => ({
      ...{
        title: note(),
        kind: "article",
        publisher: maybe(any("organization")),
        stations: some(slugsOf("station")),
      },
      url: random() < 0.75 ? "https://example.org/" : null,
    }),
    claim: (country) => ({
      ...{
        proposition: note(),
        subject: "existence",
        ...place(country),
        claimants: some(slugsOf("organization")).slice(0, 1),
      },
      ...{ position: one(["asserts", "asserts", "denies"]), spokesperson: one([null, null, "A. Nyman"]) },
      stances: some(slugsOf("evidence")).map(stance),
    }),
    response: (country) => ({
      ...{ authority: any("organization"), kind: one(["denial", "denial", "no_response"]), summary: note() },
      ...{ countries: one([[], [country], COUNTRIES]), officialName: maybe("B. Nyman"), evidence: [any("evidence")] },
      stations: some(slugsOf("station")),
      answers: some(slugsOf("claim"))
        .slice(0, 2)
        .map((claim) => ({ claim, answer: "denies" })),
    }),
    status_report: () => ({
      ...{ station: any("station"), status: "reported", evidence: maybe(any("evidence")), note: note() },
      response: any("response"),
    }),
    event: () => ({ title: note(), kind: "publication", evidence: some(slugsOf("evidence")) }),
    coverage: () => ({
      country: "PL",
      examiners: some(slugsOf("organization")),
      evidence: [any("evidence")],
      note: note(),
    }),
    reply_request: () => ({
      ...{ respondent: any("organization"), questions: note(), channel: "email" },
      ...{ stations: some(slugsOf("station")), claims: some(slugsOf("claim")) },
      ...one([{ sentOn: "2022-11-03", dueOn: "2022-11-17" }, { sentOn: "2022-11-03", dueOn: "2999-01-01" }, {}]),
    }),
  };
  /** Something that a record of this kind can say. */
  return { one, contentOf: (kind: RecordKind) => CONTENT[kind](one(COUNTRIES)) };
}
