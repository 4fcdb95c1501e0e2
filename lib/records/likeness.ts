import type { FuzzyDate } from "../dates/fuzzy-date";
import { addressKeys, siteOfKey } from "../text/address-key";
import { nameArticles, nameKey, nameWords } from "../text/name-key";
import type { RecordKind } from "./editorial";
import type { EvidenceInput } from "./evidence";
import type { OrganizationInput, OrganizationKind } from "./organization";
import { RECORD_INPUTS } from "./record-input";
import type { LocationPrecision, StationInput } from "./station";

/** What two records may have in common, the surest first. Each is a key of `alike` in the `record` catalogue. */
export const LIKENESSES = ["address", "name", "words", "title", "site", "place"] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** The fields by which records of a kind are held against each other. */
export const LIKENESS_FIELDS = {
  organization: ["name", "alternateNames", "url", "kind", "country"],
  station: [
    ...["name", "alternateNames", "country", "city", "localityNote", "operator"],
    ...["latitude", "longitude", "locationPrecision"],
  ],
  evidence: ["title", "publisher", "published", "url", "archiveUrl"],
} as const satisfies Partial<Record<RecordKind, readonly string[]>>;

export type AlikeKind = keyof typeof LIKENESS_FIELDS;
export const ALIKE_KINDS = Object.keys(LIKENESS_FIELDS) as [AlikeKind, ...AlikeKind[]];
export const canBeAlike = (kind: RecordKind): kind is AlikeKind => kind in LIKENESS_FIELDS;

/** What a record is held against others by. While somebody types it is not complete. */
export type AlikeContent = {
  organization: Pick<OrganizationInput, "name" | "alternateNames" | "url" | "country"> & {
    readonly kind: OrganizationKind | null;
  };
  station: Pick<
    StationInput,
    "name" | "alternateNames" | "city" | "localityNote" | "operator" | "latitude" | "longitude" | "locationPrecision"
  > & { readonly country: string | null };
  evidence: Pick<EvidenceInput, "title" | "publisher" | "published" | "url" | "archiveUrl">;
};

/** Another record that may be the same one. */
export type AlikeRecord = {
  readonly kind: AlikeKind;
  readonly slug: string;
  readonly title: string;
  readonly likenesses: readonly Likeness[];
};

/** As much of a form's values as can be read by now. */
export function readAlikeContent<Kind extends AlikeKind>(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
): AlikeContent[Kind] {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>> =
    RECORD_INPUTS[kind].shape;
  const read = LIKENESS_FIELDS[kind].map((field) => {
    const parsed = shape[field]?.safeParse(values[field]);
    const nothing = field === "alternateNames" ? [] : field === "name" || field === "title" ? "" : null;
    return [field, parsed?.success ? parsed.data : nothing];
  });
  return Object.fromEntries(read) as AlikeContent[Kind];
}

type Named = { readonly name: string; readonly alternateNames: readonly string[] };
const keysOfNames = ({ name, alternateNames }: Named) =>
  [`n ${nameKey(name)}`, `o ${nameKey(name)}`, ...alternateNames.map((other) => `n ${nameKey(other)}`)].filter(
    (key) => key.length > 2,
  );
const keysOfAddresses = (...addresses: readonly (string | null)[]) => [
  ...new Set(addresses.flatMap((address) => (address ? addressKeys(address) : []))),
];

const ASKED: { [Kind in AlikeKind]: (content: AlikeContent[Kind]) => string[] } = {
  organization: (content) => [
    ...keysOfNames(content),
    ...keysOfAddresses(content.url).map((key) => `s ${siteOfKey(key)}`),
  ],
  station: ({ country, city, ...names }) => {
    const keys = [...keysOfNames(names), ...(city ? [`c ${nameKey(city)}`] : [])];
    return country ? keys.map((key) => `${country} ${key}`) : [];
  },
  evidence: ({ title, url, archiveUrl }) => [
    ...[nameKey(title)].filter((key) => key !== "").map((key) => `t ${key}`),
    ...keysOfAddresses(url, archiveUrl).map((key) => `a ${key}`),
  ],
};

/**
 * One of these is among the keys of every record that may be alike, as the index has them (`organization_keys`,
 * `station_keys` and `evidence_keys` of the migration "likeness"). Not all that have one are alike: `likenessesOf` says.
 */
export const likenessKeys = <Kind extends AlikeKind>(kind: Kind, content: AlikeContent[Kind]): string[] => [
  ...new Set(ASKED[kind](content)),
];

const RULES: { [Kind in AlikeKind]: (one: AlikeContent[Kind], other: AlikeContent[Kind]) => Likeness[] } = {
  organization: likenessesOfOrganizations,
  station: likenessesOfStations,
  evidence: likenessesOfEvidence,
};

/** What makes two records of a kind likely to be one, the surest first; nothing when they are two. */
export const likenessesOf = <Kind extends AlikeKind>(
  kind: Kind,
  one: AlikeContent[Kind],
  other: AlikeContent[Kind],
): Likeness[] => RULES[kind](one, other);

/** Both name an article, and not the same: "Die Presse" is not "La Presse". */
const haveOtherArticles = (one: string, other: string) => {
  const [ones, others] = [nameArticles(one), nameArticles(other)];
  return ones.length > 0 && others.length > 0 && !ones.some((article) => others.includes(article));
};

/** How close a name of each comes to one of the other's; other names alone may be shared. */
function likenessOfNames(one: Named, other: Named): "name" | "words" | null {
  const pairs = [
    ...[other.name, ...other.alternateNames].map((name) => [one.name, name] as const),
    ...one.alternateNames.map((name) => [name, other.name] as const),
  ].filter(([mine, theirs]) => nameKey(mine) !== "" && nameKey(mine) === nameKey(theirs));
  const near = pairs.filter(([mine, theirs]) => !haveOtherArticles(mine, theirs));
  if (near.length === 0) return null;
  const isSame = near.some(([mine, theirs]) => nameWords(mine).join(" ") === nameWords(theirs).join(" "));
  return isSame ? "name" : "words";
}

/** Every country has one of these, often under the same name. */
const OF_ONE_COUNTRY: readonly (OrganizationKind | null)[] = [
  ...(["government", "ministry", "embassy", "police", "police_bureau"] as const),
  ...(["intelligence_service", "prosecutor", "court", "parliament"] as const),
];

const areDifferent = <T>(one: T | null, other: T | null) => one !== null && other !== null && one !== other;

function likenessesOfOrganizations(
  one: AlikeContent["organization"],
  other: AlikeContent["organization"],
): Likeness[] {
  const areNational = OF_ONE_COUNTRY.includes(one.kind) && OF_ONE_COUNTRY.includes(other.kind);
  const name = areNational && areDifferent(one.country, other.country) ? null : likenessOfNames(one, other);
  return [...(name ? [name] : []), ...(haveOneSite(one.url, other.url) ? (["site"] as const) : [])];
}

/** The same page, or the same site where one of them is all of it: many have a page at a site that is none of theirs. */
function haveOneSite(one: string | null, other: string | null): boolean {
  if (!one || !other) return false;
  const [ones, others] = [addressKeys(one), addressKeys(other)];
  return ones.some((mine) =>
    others.some((theirs) => {
      const sites = [siteOfKey(mine), siteOfKey(theirs)];
      return mine === theirs || (sites[0] === sites[1] && (sites[0] === mine || sites[1] === theirs));
    }),
  );
}

function likenessesOfStations(one: AlikeContent["station"], other: AlikeContent["station"]): Likeness[] {
  if (one.country === null || one.country !== other.country) return [];
  const name = likenessOfNames(one, other);
  const isOnePlace = one.city && other.city && nameKey(one.city) === nameKey(other.city) && !areApart(one, other);
  return [...(name ? [name] : []), ...(isOnePlace ? (["place"] as const) : [])];
}

/** Coordinates of these are of the place itself, not of the city around it. */
const CLOSE: readonly (LocationPrecision | null)[] = ["exact", "vicinity", "locality"];
const APART_METRES = 500;
const METRES_PER_DEGREE = 111_000;

/** Whether something that is recorded of both tells two stations in one city apart. */
function areApart(one: AlikeContent["station"], other: AlikeContent["station"]): boolean {
  const [mine, theirs] = [one.localityNote, other.localityNote].map((note) => note && nameKey(note));
  if (areDifferent(one.operator, other.operator) || areDifferent(mine ?? null, theirs ?? null)) return true;
  const metres = metresBetween(one, other);
  return metres !== null && metres > APART_METRES;
}

function metresBetween(one: AlikeContent["station"], other: AlikeContent["station"]): number | null {
  if (!CLOSE.includes(one.locationPrecision) || !CLOSE.includes(other.locationPrecision)) return null;
  if (one.latitude === null || one.longitude === null) return null;
  if (other.latitude === null || other.longitude === null) return null;
  const narrowing = Math.cos((one.latitude * Math.PI) / 180);
  const [north, east] = [one.latitude - other.latitude, (one.longitude - other.longitude) * narrowing];
  return Math.hypot(north, east) * METRES_PER_DEGREE;
}

function likenessesOfEvidence(one: AlikeContent["evidence"], other: AlikeContent["evidence"]): Likeness[] {
  const theirs = keysOfAddresses(other.url, other.archiveUrl);
  const isOneAddress = keysOfAddresses(one.url, one.archiveUrl).some((key) => theirs.includes(key));
  const words = nameWords(one.title).join(" ");
  const isOneTitle =
    words !== "" &&
    words === nameWords(other.title).join(" ") &&
    !areDifferent(one.publisher, other.publisher) &&
    !areOnOtherDays(one.published, other.published);
  return [...(isOneAddress ? (["address"] as const) : []), ...(isOneTitle ? (["title"] as const) : [])];
}

function areOnOtherDays(one: FuzzyDate | null, other: FuzzyDate | null): boolean {
  const isBefore = (end: string | null | undefined, start: string | null | undefined) =>
    Boolean(end && start && end < start);
  return isBefore(one?.to, other?.from) || isBefore(other?.to, one?.from);
}
