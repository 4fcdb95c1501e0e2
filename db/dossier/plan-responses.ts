import { COUNTRY_CODES, countryName } from "@/lib/records/country";
import type { Answer } from "@/lib/records/response";
import { groupBy } from "@/lib/text/group-by";
import { type Attribution, readAuthority } from "./attributions";
import { notesOf } from "./desk-remarks";
import { citedBy, type Planning, stationSlug } from "./planning";
import type { Dossier } from "./read";
import { ANSWER_COLUMNS, type AnswerRow, type ClaimRow, type ResponseCsvRow } from "./rows";

/** Each row becomes an official response, with the claims that it answers as far as the rows say so. */
export function planResponses(planning: Planning, attributions: Map<string, Attribution>): void {
  const { plan, dossier, register, held } = planning;
  const home = new Map(dossier.stations.map(({ row }, place) => [row.id, { country: row.country_iso2, place }]));
  const claimsOf = claimReader(dossier);
  const named = new Map(dossier.answers.map(({ row }) => [row.id, row]));
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
      countries: countriesOf(row, isEmbassy, home),
      stations: row.station_ids.map(stationSlug),
      evidence: citedBy(planning, row.id, [row.source_id, ...row.corroborating_source_ids]),
      answers: answersOf(named.get(row.id) ?? row, derivedAnswers(row, authority, claimsOf(row), attributions)),
      ...notesOf(row.notes),
    };
    plan.add("response", row.id, content, { from: { file: "official_responses.csv", line }, held: held(row.id) });
  }
}

type Home = { readonly country: string; readonly place: number };

/** A host answers for its country, an embassy for the one it is in, Beijing for those of the stations it speaks of. */
function countriesOf(row: ResponseCsvRow, isEmbassy: boolean, home: ReadonlyMap<string, Home>): string[] {
  if (row.country_iso2 && row.country_iso2 !== "CN") return [row.country_iso2];
  const meant = row.station_ids.flatMap((id) => home.get(id) ?? []).sort((a, b) => a.place - b.place);
  const countries = [...new Set(meant.map(({ country }) => country))];
  if (countries.length > 0 || !isEmbassy) return countries;
  const [, host] = / in (?:the )?(.+)$/.exec(row.authority) ?? [];
  const code = COUNTRY_CODES.find((known) => countryName(known, "en") === host);
  return code ? [code] : [];
}

/** Which claims a response may answer: those from its own pages, or, of one that was not given, those about its stations. */
function claimReader({ claims }: Dossier): (row: ResponseCsvRow) => ClaimRow[] {
  const bySource = groupBy(claims, ({ row }) => row.source_id);
  const byStation = groupBy(claims, ({ row }) => row.station_id);
  return (row) => {
    const found =
      row.response_type === "no_response"
        ? row.station_ids.flatMap((id) => byStation.get(id) ?? [])
        : [row.source_id, ...row.corroborating_source_ids].flatMap((id) => bySource.get(id) ?? []);
    return [...new Set(found)].sort((a, b) => a.line - b.line).map(({ row: claim }) => claim);
  };
}

/**
 * A denial that rests on the response's own pages, by the same authority, answers the claims that it disputes. An authority
 * that gave no response leaves unanswered what is claimed about its stations. Nothing else is read into a row by itself.
 */
function derivedAnswers(
  row: ResponseCsvRow,
  authority: string,
  claims: readonly ClaimRow[],
  attributions: Map<string, Attribution>,
): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const claim of claims) {
    if (row.response_type === "no_response") {
      if (claim.stance === "asserts") answers.set(claim.id, "leaves_unanswered");
      continue;
    }
    const isOwn = attributions.get(claim.id)?.claimants.includes(authority);
    if (!isOwn || (claim.stance !== "denies" && claim.stance !== "confirms")) continue;
    for (const disputed of claim.disputed_by_claim_ids) {
      if (attributions.get(disputed)?.claimants.includes(authority)) continue;
      answers.set(disputed, claim.stance === "denies" ? "denies" : (answers.get(disputed) ?? "qualifies"));
    }
  }
  return answers;
}

/** What a row names as answered, which goes before what is derived for the same claim. A claim named twice stays so, and is refused. */
function answersOf(row: AnswerRow, derived: ReadonlyMap<string, Answer>) {
  const named = Object.entries(ANSWER_COLUMNS).flatMap(([column, answer]) =>
    row[column as keyof typeof ANSWER_COLUMNS].map((claim) => ({ claim, answer })),
  );
  const others = [...derived].filter(([claim]) => !named.some((one) => one.claim === claim));
  return [...named, ...others.map(([claim, answer]) => ({ claim, answer }))];
}
