import type { EvidenceKind } from "@/lib/records/evidence";
import { type Publication, readPublisher } from "./attributions";
import { notesOf } from "./desk-remarks";
import { type Planning, stationSlug } from "./planning";
import type { Dossier } from "./read";
import type { SOURCE_KINDS, SourceRow } from "./rows";

const KINDS: Record<(typeof SOURCE_KINDS)[number], EvidenceKind> = {
  ngo_report: "report",
  news_article: "article",
  government_statement: "statement",
  court_document: "court_document",
  encyclopedia: "reference",
  other: "other",
};

/** Each source becomes an item of evidence. Gives who published it, by its id. */
export function planEvidence({ plan, dossier, register, held }: Planning): Map<string, Publication> {
  const countries = countriesOf(dossier);
  const stations = stationsOf(dossier);
  const publications = new Map<string, Publication>();
  for (const { row, line } of dossier.sources) {
    const publication = readPublisher(register, row.publisher, row.kind);
    publications.set(row.id, publication);
    const [language, ...others] = row.language.split("/");
    const asListed =
      publication.publisher && isPlain(register, row.publisher) ? [] : [`Listed as “${row.publisher}”.`];
    const content = {
      ...readTitle(row),
      kind: KINDS[row.kind],
      ...publication,
      author: row.author,
      published: row.published_on,
      language,
      url: row.url,
      accessedVia: row.accessed_via,
      countries: [...(countries.get(row.id) ?? [])].sort(),
      stations: [...(stations.get(row.id) ?? [])],
      credibility: row.credibility,
      ...notesOf(
        [row.notes ?? "", ...others.map((other) => `Partly in another language (${other}).`)].join(" ").trim(),
        asListed,
      ),
    };
    plan.add("evidence", row.id, content, { from: { file: "sources.csv", line }, held: held(row.id) });
  }
  return publications;
}

const isPlain = (register: Planning["register"], written: string) => register.isListed(written);

const UNSEEN = /headline not seen|taken from the page address|shortened from the (?:page )?address/i;

/** A title in round brackets, or taken from the page's address, describes the item: nobody saw that headline. */
function readTitle({ title, notes }: SourceRow): { title: string; titleSeen: boolean } {
  const [, bracketed] = /^\((.+)\)$/.exec(title) ?? [];
  const words = (bracketed ?? title)
    .replace(/[,;] headline not seen/, "")
    .replace(/ \(headline (?:from the page address|shortened)[^)]*\)/, "")
    .trim();
  return {
    title: bracketed ? words.charAt(0).toUpperCase() + words.slice(1) : words,
    titleSeen: !bracketed && !UNSEEN.test(`${title} ${notes ?? ""}`) && words === title,
  };
}

/** The stations that cite each source. */
function stationsOf({ stations }: Dossier): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { row } of stations) {
    for (const id of row.source_ids) found.set(id, (found.get(id) ?? new Set()).add(stationSlug(row.id)));
  }
  return found;
}

/** The countries of everything that cites a source. */
function countriesOf(dossier: Dossier): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const note = (sources: readonly string[], country: string | null) => {
    for (const id of country ? sources : []) found.set(id, (found.get(id) ?? new Set()).add(country as string));
  };
  for (const { row } of dossier.stations) note(row.source_ids, row.country_iso2);
  for (const { row } of dossier.claims) note([row.source_id], row.country_iso2);
  const home = new Map(dossier.stations.map(({ row }) => [row.id, row.country_iso2]));
  for (const { row } of dossier.responses) {
    // What Beijing and its embassies say is about the hosts.
    const about = row.country_iso2 === "CN" ? row.station_ids.map((id) => home.get(id) ?? null) : [row.country_iso2];
    for (const country of about) note([row.source_id, ...row.corroborating_source_ids], country);
  }
  for (const { row } of dossier.events) note(row.source_ids, row.country_iso2);
  return found;
}
