import { COUNTRY_CODES, countryName } from "@/lib/records/country";
import type { Answer } from "@/lib/records/response";
import { type Attribution, readAuthority } from "./attributions";
import { citedBy, type Planning, stationSlug } from "./planning";
import type { Dossier } from "./read";
import type { ResponseCsvRow } from "./rows";

/** Each row becomes an official response, with the claims that it answers as far as the rows say so. */
export function planResponses(planning: Planning, attributions: Map<string, Attribution>): void {
  const { plan, dossier, register, held } = planning;
  for (const { row, line } of dossier.responses) {
    const authority = readAuthority(register, row.authority, row.country_iso2);
    const isEmbassy = register.used.get(authority)?.kind === "embassy";
    const content = {
      authority,
      officialRole: row.official_role,
      officialName: row.official_name,
      kind: row.response_type,
      given: row.responded_on,
      summary: row.summary,
      quote: row.quote,
      quoteLanguage: row.quote_language,
      countries: countriesOf(row, isEmbassy, dossier),
      stations: row.station_ids.map(stationSlug),
      evidence: citedBy(planning, row.id, [row.source_id, ...row.corroborating_source_ids]),
      answers: answersOf(row, authority, dossier, attributions),
      note: row.notes,
    };
    plan.add("response", row.id, content, { from: { file: "official_responses.csv", line }, held: held(row.id) });
  }
}

/** A host answers for its country, an embassy for the one it is in, Beijing for those of the stations it speaks of. */
function countriesOf(row: ResponseCsvRow, isEmbassy: boolean, { stations }: Dossier): string[] {
  if (row.country_iso2 && row.country_iso2 !== "CN") return [row.country_iso2];
  const meant = stations.filter(({ row: station }) => row.station_ids.includes(station.id));
  const countries = [...new Set(meant.map(({ row: station }) => station.country_iso2))];
  if (countries.length > 0 || !isEmbassy) return countries;
  const [, host] = / in (?:the )?(.+)$/.exec(row.authority) ?? [];
  const code = COUNTRY_CODES.find((known) => countryName(known, "en") === host);
  return code ? [code] : [];
}

/**
 * A denial that rests on the response's own pages, by the same authority, answers the claims that it disputes. An authority
 * that gave no response leaves unanswered what is claimed about its stations. Nothing else is read into a row.
 */
function answersOf(
  row: ResponseCsvRow,
  authority: string,
  { claims }: Dossier,
  attributions: Map<string, Attribution>,
) {
  const answers = new Map<string, Answer>();
  const pages = [row.source_id, ...row.corroborating_source_ids];
  for (const { row: claim } of claims) {
    if (row.response_type === "no_response") {
      const isMeant = claim.station_id !== null && row.station_ids.includes(claim.station_id);
      if (isMeant && claim.stance === "asserts") answers.set(claim.id, "leaves_unanswered");
      continue;
    }
    const isOwn = pages.includes(claim.source_id) && attributions.get(claim.id)?.claimants.includes(authority);
    if (!isOwn || (claim.stance !== "denies" && claim.stance !== "confirms")) continue;
    for (const disputed of claim.disputed_by_claim_ids) {
      if (attributions.get(disputed)?.claimants.includes(authority)) continue;
      answers.set(disputed, claim.stance === "denies" ? "denies" : (answers.get(disputed) ?? "qualifies"));
    }
  }
  return [...answers].map(([claim, answer]) => ({ claim, answer }));
}
