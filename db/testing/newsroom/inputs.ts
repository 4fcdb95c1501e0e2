import type { RecordKind } from "@/lib/records/editorial";
import type { OrganizationKind } from "@/lib/records/organization";
import type { RecordInputs } from "../../access/record-mappers";
import { pickDate, pickDay } from "./dates";
import type { Random } from "./random";
import { countsBeside, numberOf, placeOfStation, slugOf, stationInputOf, statusOfStation } from "./records";
import { COUNTRIES, pickLanguage, sayWords } from "./words";

/** By the last digit of its number. */
const ORGANIZATION_KINDS_BY_DIGIT: readonly OrganizationKind[] = [
  ...(["news_outlet", "news_outlet", "news_outlet", "ngo", "news_outlet"] as const),
  ...(["news_agency", "news_outlet", "ministry", "research", "police_bureau"] as const),
];
const MINISTRY = 7;

/** What may be named when so many items are there: a few are named by most. */
class Naming {
  readonly #counts: ReturnType<typeof countsBeside>;

  constructor(
    readonly random: Random,
    items: number,
  ) {
    this.#counts = countsBeside(items);
  }

  one(kind: RecordKind, skew: number): string {
    return slugOf(kind, this.random.below(Math.max(1, this.#counts[kind]), skew));
  }

  several(kind: RecordKind, count: number, skew: number): string[] {
    if (this.#counts[kind] === 0) return [];
    return [...new Set(Array.from({ length: count }, () => this.one(kind, skew)))];
  }

  authority(): string {
    const tens = Math.floor(this.#counts.organization / 10);
    return slugOf("organization", 10 * this.random.below(tens, 2) + MINISTRY);
  }
}

const countriesOf = (stations: readonly string[]) =>
  [...new Set(stations.map((slug) => placeOfStation(numberOf(slug)).country))].sort();
const text = (random: Random, share: number, words: number) =>
  random.chance(share) ? `${sayWords(random, "en", words)}.` : null;

type Maker<Kind extends RecordKind> = (number: number, random: Random) => RecordInputs[Kind];

export const INPUTS: { readonly [Kind in RecordKind]: Maker<Kind> } = {
  organization: (number, random) => ({
    name: `${sayWords(random, random.pick(["en", "nl", "es", "zh"]), 2)} ${number}`,
    kind: ORGANIZATION_KINDS_BY_DIGIT[number % 10] ?? "other",
    country: number % 10 === 9 ? "CN" : random.pick(COUNTRIES, 1.6),
    alternateNames: random.chance(0.15) ? [`${sayWords(random, "en", 1)} O${number}`] : [],
    url: random.chance(0.7) ? `https://org${number}.example/` : null,
    reliability: random.chance(0.8) ? random.pick(["B", "A", "C", "D", "F"] as const, 1.5) : null,
    note: text(random, 0.1, 12),
    internalNote: null,
  }),
  station: stationInputOf,
  evidence: (number, random) => {
    const naming = new Naming(random, number + 1);
    const language = pickLanguage(random);
    const stations = random.chance(0.85) ? naming.several("station", 1 + random.below(3, 1.5), 2).sort() : [];
    return {
      title: sayWords(random, language, 6 + random.below(7)),
      titleSeen: random.chance(0.95),
      kind: random.pick(["article", "report", "web_page", "photo", "document", "testimony", "video"] as const, 2),
      publisher: naming.one("organization", 3),
      carriedBy: null,
      author: random.chance(0.4) ? `${sayWords(random, "en", 1)} ${sayWords(random, "nl", 1)}` : null,
      published: pickDate(random),
      language: random.chance(0.97) ? language : null,
      url: random.chance(0.9) ? `https://site${random.below(2000, 3)}.example/${number}` : null,
      archiveUrl: random.chance(0.3) ? `https://web.archive.org/web/2023/https://archive.example/${number}` : null,
      accessedVia: null,
      summary: text(random, 0.6, 15 + random.below(30)),
      countries: stations.length > 0 ? countriesOf(stations) : random.several(COUNTRIES, 1, 1.6),
      stations,
      credibility: random.chance(0.7) ? random.pick(["2", "1", "3", "4", "6"] as const, 1.5) : null,
      sharing: random.pick(["CLEAR", "GREEN", "AMBER", "RED"] as const, 8),
      note: text(random, 0.1, 12),
      internalNote: null,
    };
  },
  claim: (number, random) => {
    const naming = new Naming(random, 5 * number + 5);
    const [station = null] = random.chance(0.4) ? naming.several("station", 1, 2) : [];
    const subject = random.pick(["station_exists", "station_count", "alleged_purpose", "closure"] as const, 1.3);
    const country = station ? (countriesOf([station])[0] ?? null) : random.pick(COUNTRIES, 1.6);
    const disputes = number > 0 && random.chance(0.1) ? [slugOf("claim", random.below(number))] : [];
    const isCount = subject === "station_count" && random.chance(0.7);
    return {
      proposition: `${sayWords(random, "en", 8)}, ${number}`,
      subject,
      scope: station ? "station" : "country",
      region: null,
      country,
      station,
      position: random.pick(["asserts", "denies", "confirms", "retracts"] as const, 3),
      valueNumber: isCount ? 1 + random.below(120, 4) : null,
      valueBound: isCount ? random.pick(["exactly", "at_least", "about"] as const) : null,
      claimants: naming.several("organization", 1 + random.below(2), 2.5),
      spokesperson: text(random, 0.1, 3),
      relayedBy: random.chance(0.3) ? naming.one("organization", 3) : null,
      asserted: pickDate(random),
      period: random.chance(0.15) ? pickDate(random) : null,
      assessment: random.pick(["unassessed", "single_source", "corroborated", "contested"] as const),
      stances: naming.several("evidence", 1 + random.below(3, 2), 1.2).map((evidence) => ({
        evidence,
        stance: random.pick(["supports", "contradicts", "mentions"] as const, 3),
        derivation: random.pick(["derived", "original", "republished"] as const),
        origin: null,
        quote: text(random, 0.3, 10),
        locator: null,
      })),
      disputes,
      note: text(random, 0.1, 12),
      internalNote: null,
    };
  },
  response: (number, random) => {
    const naming = new Naming(random, Math.floor(number / 0.03) + 1);
    const stations = naming.several("station", 1 + random.below(2), 2);
    return {
      authority: naming.authority(),
      officialRole: random.chance(0.3) ? "Spokesperson" : null,
      officialName: null,
      kind: random.pick(["statement", "denial", "no_comment", "closure_order", "investigation_opened"] as const, 1.5),
      given: pickDate(random),
      summary: `${sayWords(random, "en", 14)}.`,
      quote: null,
      quoteLanguage: null,
      quoteTranslation: null,
      countries: countriesOf(stations),
      stations,
      evidence: naming.several("evidence", 1 + random.below(2), 1.2),
      answers: naming
        .several("claim", random.below(4, 2), 1.2)
        .map((claim) => ({ claim, answer: random.pick(["denies", "qualifies", "leaves_unanswered"] as const) })),
      note: text(random, 0.1, 12),
      internalNote: null,
    };
  },
  event: (number, random) => ({
    title: sayWords(random, "en", 7),
    kind: random.pick(["parliament", "publication", "investigation", "arrests", "court", "policy"] as const),
    occurred: pickDate(random),
    country: random.chance(0.95) ? random.pick(COUNTRIES, 1.6) : null,
    summary: text(random, 0.8, 20),
    evidence: new Naming(random, 50 * number + 1).several("evidence", 1 + random.below(3), 1.2),
    note: null,
    internalNote: null,
  }),
  status_report: (number, random) => {
    const station = Math.floor(number / 2);
    const evidence = new Naming(random, Math.max(1, 20 * (station - 10))).one("evidence", 1.2);
    const status = number % 2 === 0 ? ("reported" as const) : statusOfStation(station);
    const day = number % 2 === 0 ? "2022-09-13" : pickDay(random);
    const asOf = number % 2 === 1 && day < "2022-09-13" ? "2023-01-01" : day;
    const date = { edtf: asOf, from: asOf, to: asOf };
    return {
      station: slugOf("station", station),
      status,
      asOf: date,
      response: null,
      evidence,
      note: null,
      internalNote: null,
    };
  },
  reply_request: (number, random) => {
    const naming = new Naming(random, 500 * number + 1);
    const sentOn = random.chance(0.9) ? pickDay(random) : null;
    return {
      respondent: naming.authority(),
      subject: sayWords(random, "en", 5),
      questions: `${sayWords(random, "en", 25)}?`,
      channel: random.pick(["email", "letter", "telephone"] as const, 2),
      sentOn,
      dueOn: sentOn,
      stations: naming.several("station", 1, 2),
      claims: naming.several("claim", 1, 1.2),
      note: null,
    };
  },
  coverage: (number, random) => {
    const naming = new Naming(random, 1000 * number + 1);
    const examiners = naming.several("organization", 1, 2);
    const evidence = naming.several("evidence", 1, 1.2);
    return {
      country: random.pick(COUNTRIES),
      examiners,
      asOf: pickDate(random),
      evidence,
      note: null,
      internalNote: null,
    };
  },
};
