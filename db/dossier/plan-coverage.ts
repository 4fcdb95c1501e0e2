import { notesOf } from "./desk-remarks";
import type { SourceLine } from "./plan";
import type { Planning } from "./planning";
import type { ClaimRow } from "./rows";

const EXAMINED = ["station_count", "existence", "presence"];

/**
 * "None found here" by somebody who looked is coverage of that country. The word of the accused is a denial, not an
 * examination: what China's own offices say makes no coverage.
 */
export function planCoverage(
  { plan, register, held }: Planning,
  row: ClaimRow,
  claimants: readonly string[],
  from: SourceLine,
) {
  if (row.value_number !== 0 || row.scope !== "country" || row.stance === "retracts") return;
  if (!EXAMINED.includes(row.subject) || !row.country_iso2) return;
  const examiners = claimants.filter((slug) => register.used.get(slug)?.country !== "CN");
  if (examiners.length === 0) return;
  const note = row.value_text.charAt(0).toUpperCase() + row.value_text.slice(1);
  const content = {
    country: row.country_iso2,
    examiners,
    asOf: row.asserted_on,
    evidence: [row.source_id],
    ...notesOf(row.notes ? `${note}. ${row.notes}` : `${note}.`),
  };
  plan.add("coverage", row.id.replace(/^clm-/, "none-found-"), content, {
    from,
    held: held(row.id),
    columns: { asOf: "asserted_on", note: "notes" },
  });
}
