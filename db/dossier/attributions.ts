import type { OrganizationKind } from "@/lib/records/organization";
import type { Register } from "./organizations";
import type { SOURCE_KINDS } from "./rows";

const PUBLISHER_KINDS: Record<(typeof SOURCE_KINDS)[number], OrganizationKind> = {
  ngo_report: "ngo",
  news_article: "news_outlet",
  government_statement: "government",
  court_document: "court",
  encyclopedia: "reference_work",
  other: "other",
};

export type Publication = { readonly publisher: string | null; readonly carriedBy: string | null };

const CARRIED = [
  /^(.+?) \(carried by (.+)\)$/,
  /^(.+?),? carried by (.+)$/,
  /^(.+), (?:in|via) (.+)$/,
  /^(.+) \(via (.+)\)$/,
];
const CITING = /^(.+?), (?:citing|quoting|pointing to) .+$/;
const ASIDE = /^(.+?) \(([^()]+)\)$/;
/** "a community site": carried somewhere that has no name. */
const isUnnamed = (text: string) => /^an? /i.test(text);

/** Who published a source, and who carried it: "X (carried by Y)", "X, in Y", "X, citing Z", "Y / agency X". */
export function readPublisher(
  register: Register,
  written: string,
  sourceKind: (typeof SOURCE_KINDS)[number],
): Publication {
  const kind = PUBLISHER_KINDS[sourceKind];
  const whole = register.find(written);
  if (whole) return { publisher: whole.slug, carriedBy: null };
  for (const form of CARRIED) {
    const [, first, second] = form.exec(written) ?? [];
    if (!first || !second) continue;
    const publisher = readPublisher(register, first, sourceKind).publisher;
    const carrier = isUnnamed(second) ? null : register.findOrMake(second, "other").slug;
    return { publisher, carriedBy: carrier === publisher ? null : carrier };
  }
  const [, cited] = CITING.exec(written) ?? [];
  if (cited) return readPublisher(register, cited, sourceKind);
  const [, named] = ASIDE.exec(written) ?? [];
  if (named) return readPublisher(register, named, sourceKind);
  const [, outlet, agency] = /^(.+) \/ (.+)$/.exec(written) ?? [];
  if (outlet && agency) {
    const [first, second] = [register.findOrMake(outlet, kind), register.findOrMake(agency, kind)];
    if (second.kind === "news_agency") return { publisher: second.slug, carriedBy: first.slug };
    return { publisher: first.slug, carriedBy: null };
  }
  return { publisher: register.findOrMake(written, kind).slug, carriedBy: null };
}

export type Attribution = {
  readonly claimants: readonly string[];
  readonly spokesperson: string | null;
  readonly relayedBy: string | null;
  /** Whom the claimant has it from, by its own account. */
  readonly origin: string | null;
  /** False when the text says more than the organization's name. */
  readonly plain: boolean;
};

const RELAYED = /^(.+?), (?:as (?:relayed|presented|quoted|found) by|via) (.+)$/;
const CITES = /^(.+?), citing (.+)$/;
const ON_SUBJECT = /^(.+?), on .+$/;
const OWN_VOICE = /^\(article['’]s own voice/;

/**
 * Who makes a claim: "A, as relayed by B", "A and B", "A, citing C", "A (director)", an office holder who speaks for A.
 * @param publisher of the source, for what an article says in its own voice
 */
export function readClaimants(register: Register, written: string, publisher: string | null): Attribution {
  const nothing = { spokesperson: null, relayedBy: null, origin: null };
  if (OWN_VOICE.test(written)) return { ...nothing, claimants: publisher ? [publisher] : [], plain: true };
  const whole = register.find(written);
  if (whole) {
    return { ...nothing, claimants: [whole.slug], spokesperson: whole.speaks ? written : null, plain: !whole.speaks };
  }
  const [, relayed, relayer] = RELAYED.exec(written) ?? [];
  if (relayed && relayer) {
    const [by] = readClaimants(register, relayer, publisher).claimants;
    return { ...readClaimants(register, relayed, publisher), relayedBy: by ?? null, plain: false };
  }
  const [, citing, cited] = CITES.exec(written) ?? [];
  if (citing && cited) {
    const [origin] = readClaimants(register, cited, publisher).claimants;
    return { ...readClaimants(register, citing, publisher), origin: origin ?? null, plain: false };
  }
  const [, teller] = ON_SUBJECT.exec(written) ?? [];
  if (teller) return { ...readClaimants(register, teller, publisher), plain: false };
  const [, named, aside] = ASIDE.exec(written) ?? [];
  if (named && aside) return { ...readClaimants(register, named, publisher), spokesperson: aside, plain: false };
  const several = written.split(" and ");
  if (several.every((part) => register.isListed(part))) {
    return { ...nothing, claimants: several.map((part) => register.findOrMake(part, "other").slug), plain: true };
  }
  return { ...nothing, claimants: [register.findOrMake(written, "other").slug], plain: true };
}

/** The authority that responds; offices of several countries may have one name. */
export function readAuthority(register: Register, written: string, country: string | null): string {
  const kind: OrganizationKind = /embassy|consulate/i.test(written)
    ? "embassy"
    : /police/i.test(written)
      ? "police"
      : /ministry|department/i.test(written)
        ? "ministry"
        : "government";
  return register.findOrMake(written, kind, country).slug;
}

/** The police bureau at home that is said to run a station: the files write its town. */
export function readBureau(register: Register, town: string): string | null {
  if (town === "unknown") return null;
  const listed = register.find(town);
  return listed?.slug ?? register.findOrMake(`${town} Public Security Bureau`, "police_bureau").slug;
}
