import { assessClaim } from "@/lib/figures/independence";
import { claimSubject } from "@/lib/messages/claim-subject-words";
import type { Derivation, ValueBound } from "@/lib/records/claim";
import { countryName } from "@/lib/records/country";
import { getFormatter } from "@/lib/text/translator";
import { type Attribution, type Publication, readClaimants } from "./attributions";
import { notesOf } from "./desk-remarks";
import { planCoverage } from "./plan-coverage";
import { stationNames } from "./plan-stations";
import { type Planning, stationSlug } from "./planning";
import type { ClaimRow, SourceRow } from "./rows";

const EUROPE = "150";

/** Each row becomes a claim with its source as its stance. Gives who makes it, by its id. */
export function planClaims(planning: Planning, publications: Map<string, Publication>): Map<string, Attribution> {
  const { plan, dossier, register, held } = planning;
  const names = stationNames(dossier);
  const sources = new Map(dossier.sources.map(({ row }) => [row.id, row]));
  const periods = new Map(dossier.periods.map(({ row }) => [row.id, row.period]));
  const attributions = new Map<string, Attribution>();
  for (const { row, line } of dossier.claims) {
    const publication = publications.get(row.source_id) ?? { publisher: null, carriedBy: null };
    const attribution = readClaimants(register, row.asserted_by, publication.publisher);
    attributions.set(row.id, attribution);
    const { claimants, spokesperson, relayedBy, origin, plain } = attribution;
    const derivation = derivationOf(planning, attribution, publication, sources.get(row.source_id));
    const stance = row.stance === "retracts" ? ("retracts" as const) : ("supports" as const);
    const org = (slug: string) => ({ id: slug, slug, name: slug });
    const asStance = {
      claimId: row.id,
      evidenceId: row.source_id,
      stance,
      derivation,
      publisher: publication.publisher ? org(publication.publisher) : null,
      origin: origin ? org(origin) : null,
      claimants: claimants.map(org),
    };
    const station = row.station_id ? stationSlug(row.station_id) : null;
    const where = { file: "claims.csv", line };
    const content = {
      proposition: propositionOf(row, (row.station_id && names.get(row.station_id)) || null),
      subject: row.subject,
      scope: row.scope === "europe" ? ("region" as const) : row.scope,
      region: row.scope === "europe" ? EUROPE : null,
      country: row.country_iso2,
      station,
      position: row.stance,
      valueNumber: row.value_number,
      valueBound: boundOf(row),
      claimants: [...claimants],
      spokesperson,
      relayedBy,
      asserted: row.asserted_on,
      period: row.period || periods.get(row.id),
      assessment: assessClaim([asStance], row.disputed_by_claim_ids.length > 0),
      stances: [{ evidence: row.source_id, stance, derivation, origin, quote: null, locator: null }],
      disputes: row.disputed_by_claim_ids,
      ...notesOf(row.notes, [plain ? null : `Listed as asserted by “${row.asserted_by}”.`]),
    };
    plan.add("claim", row.id, content, { from: where, held: held(row.id) });
    planCoverage(planning, row, claimants, where);
  }
  return attributions;
}

/** An original is the claimant's own page or the record of its own country's authorities; the rest has it from there. */
function derivationOf(
  { register }: Planning,
  { claimants, origin }: Attribution,
  { publisher, carriedBy }: Publication,
  source: SourceRow | undefined,
): Derivation {
  if (origin) return "derived";
  if (publisher && claimants.includes(publisher)) return carriedBy ? "republished" : "original";
  const official = source?.kind === "government_statement" || source?.kind === "court_document";
  const country = publisher ? register.used.get(publisher)?.country : null;
  const isOwn = country && claimants.some((slug) => register.used.get(slug)?.country === country);
  return official && isOwn ? "original" : "derived";
}

/** "Number of stations in Italy: four: Rome, …" would have two colons: a dash sets off what was said. */
function propositionOf(row: ClaimRow, station: string | null): string {
  const plain = row.subject.replaceAll("_", " ");
  const names: Readonly<Record<string, string>> = claimSubject.en;
  const subject = names[row.subject] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
  const country = row.country_iso2 ? countryName(row.country_iso2, "en") : null;
  const place = station ?? country ?? (row.scope === "europe" ? "Europe" : "worldwide");
  return `${subject}, ${place} – ${row.value_text}`;
}

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** How the number is meant. A year is no count, and has no bound. */
function boundOf({ value_number, value_text }: ClaimRow): ValueBound | null {
  if (value_number === null) return null;
  const digits = getFormatter("en").number(value_number);
  const amount = [String(value_number), digits, WORDS[value_number]].filter(Boolean).join("|");
  const after = (text: string) => new RegExp(`\\b(?:${text}) (?:${amount})\\b`, "i").test(value_text);
  if (after("more than|at least|over|no fewer than")) return "at_least";
  if (after("up to|at most|no more than|fewer than")) return "at_most";
  if (after("about|around|some|roughly|almost|nearly")) return "about";
  const isYear = value_number >= 1900 && value_number <= 2100 && value_text.includes(String(value_number));
  return isYear ? null : "exactly";
}
