import type { Loaded } from "./load";
import { PLANNED_KINDS, type PlannedKind } from "./plan";
import { describeLikenesses } from "./plan-likeness";
import type { DossierChange } from "./write";

const NOUNS: Record<PlannedKind, string> = {
  organization: "organizations",
  station: "stations",
  evidence: "evidence",
  claim: "claims",
  response: "responses",
  event: "events",
  status_report: "status reports",
  coverage: "coverage",
};
/** The kind that each row of a file makes one record of. */
const MADE_OF: Record<string, PlannedKind> = {
  "sources.csv": "evidence",
  "stations.csv": "station",
  "claims.csv": "claim",
  "official_responses.csv": "response",
  "events.csv": "event",
};

/** What a load did, in lines for a terminal. */
export function reportLines(loaded: Loaded): string[] {
  const { files, publicationCounts, recorded, revised, reasons } = loaded;
  const total = (kind: PlannedKind) => Object.values(publicationCounts[kind]).reduce((sum, count) => sum + count, 0);
  const lines = files.map(({ file, rows }) => {
    const kind = MADE_OF[file];
    return kind ? `${file}: ${total(kind)} of ${rows} rows are ${NOUNS[kind]} in the database` : file;
  });
  lines.push("", "                new   published   in review   draft");
  for (const kind of PLANNED_KINDS) {
    const { published, inReview, draft } = publicationCounts[kind];
    const numbers = [
      String(recorded[kind]).padStart(5),
      String(published).padStart(12),
      String(inReview).padStart(12),
    ];
    lines.push(`${NOUNS[kind].padEnd(14)}${numbers.join("")}${String(draft).padStart(8)}`);
  }
  const waiting = PLANNED_KINDS.flatMap((kind) =>
    Object.entries(reasons[kind]).map(([reason, count]) => `${count} ${NOUNS[kind]}: ${reason.replaceAll("_", " ")}`),
  );
  if (waiting.length > 0) lines.push("", "In review, because of", ...waiting.map((line) => `  ${line}`));
  lines.push(...changeLines("Changed", revised));
  lines.push(...changeLines("Published, not changed: needs a proposal", loaded.published));
  lines.push(...changeLines("Changed by the desk as well, not overwritten", loaded.contested));
  const alike = loaded.alike.flatMap(({ kind, slug, to }) =>
    to.map((other) => `  ${NOUNS[kind]} ${slug}: ${other.slug}, ${describeLikenesses(other.likenesses)}`),
  );
  if (alike.length > 0) lines.push("", "To be looked at: may be on file already under another name", ...alike);
  const gone = loaded.vanished.map(({ kind, slug }) => `  ${NOUNS[kind]} ${slug}`);
  if (gone.length > 0) lines.push("", "No longer in the files, kept in the database", ...gone);
  const isQuiet = PLANNED_KINDS.every((kind) => recorded[kind] === 0) && revised.length === 0;
  lines.push("", isQuiet ? "Nothing had to be changed." : `Done in ${(loaded.milliseconds / 1000).toFixed(1)} s.`);
  return lines;
}

function changeLines(title: string, changes: readonly DossierChange[]): string[] {
  if (changes.length === 0) return [];
  return ["", title, ...changes.map(({ kind, slug, fields }) => `  ${NOUNS[kind]} ${slug}: ${fields.join(", ")}`)];
}
