import { countsFrom, currentStatus, type StationStatus } from "@/lib/records/status";
import { connectAsSuperuser } from "./superuser";

/** What a view asks, in the plainest form. */
export type Plain = {
  readonly sees: "desk" | "public";
  readonly from?: string;
  readonly to?: string;
  readonly country?: string;
  readonly not?: string;
};

type Row = Record<string, unknown> & { id: string; state: string };
const TABLES = [
  ...["stations", "evidence", "claims", "claim_claimants", "responses", "organizations", "reply_requests"],
  ...["reply_entries", "status_reports", "coverage"],
] as const;
export type Rows = Record<string, Row[]>;

/** Everything there is in these tables, as it stands, dates as text. */
export async function readEverything(tables: readonly string[] = TABLES): Promise<Rows> {
  const sql = connectAsSuperuser();
  const rows: Rows = {};
  for (const table of tables) {
    const read = await sql.unsafe<{ row: Row }[]>(`select to_jsonb(t) - 'search' as row from ${table} as t`);
    rows[table] = read.map(({ row }) => row);
  }
  await sql.end();
  return rows;
}

const text = (value: unknown) => (typeof value === "string" ? value : null);
const tally = <T>(rows: readonly T[], keyOf: (row: T) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
};
const isPublished = (row: Row) => row.state === "published" || row.state === "corrected";

/** What a view lets through of the rows, said as plainly as it can be. */
function lookThrough(rows: Rows, view: Plain) {
  const of = (table: string) => rows[table] ?? [];
  const sees = (row: Row) =>
    view.sees === "desk"
      ? row.state !== "trashed"
      : isPublished(row) && (row.sharing === undefined || row.sharing === "CLEAR" || row.sharing === "GREEN");
  const chosen = (countries: readonly unknown[]) =>
    (!view.country || countries.includes(view.country)) && !(view.not && countries.includes(view.not));
  const during = (row: Row, name: string) => {
    if (!view.from && !view.to) return true;
    const [from, to] = [text(row[`${name}_from`]), text(row[`${name}_to`])];
    if (from === null && to === null) return false;
    return (!view.to || (from ?? to ?? "") <= view.to) && (!view.from || to === null || to >= view.from);
  };
  const organization = new Map(of("organizations").map((row) => [row.id, row]));
  const findOrganization = (id: unknown) => {
    const found = organization.get(String(id));
    return found && sees(found) ? found : null;
  };
  const countryOf = (id: unknown) => text(findOrganization(id)?.country);
  return { of, view, sees, chosen, during, findOrganization, countryOf };
}
type Look = ReturnType<typeof lookThrough>;

function countStations({ of, view, sees, chosen }: Look) {
  const isVisible = (row: Row) =>
    view.sees === "desk" ? !["trashed", "unpublished", "retracted"].includes(row.state) : isPublished(row);
  const statusOn = (station: Row, day: string | undefined): StationStatus => {
    const reports = of("status_reports")
      .filter((row) => row.station_id === station.id && isVisible(row))
      .map((row) => ({
        id: row.id,
        status: row.status as StationStatus,
        asOf: row.as_of_edtf
          ? { edtf: String(row.as_of_edtf), from: text(row.as_of_from), to: text(row.as_of_to) }
          : null,
        basis: row.response_id ? ("response" as const) : ("evidence" as const),
        recordedAt: String(row.created_at),
      }))
      .filter((report) => day === undefined || countsFrom(report) <= day);
    return currentStatus(reports)?.status ?? "unknown";
  };
  const all = of("stations").filter((row) => sees(row) && chosen([row.country]));
  const on = (day: string | undefined) =>
    all.filter((row) => day === undefined || (text(row.first_reported_from) ?? "9999") <= day);
  return { all, on, statusOn };
}

function countReplies({ of, view, sees, chosen, countryOf }: Look) {
  const requests = of("reply_requests").filter(
    (row) =>
      sees(row) &&
      row.sent_on !== null &&
      (!view.from || String(row.sent_on) >= view.from) &&
      (!view.to || String(row.sent_on) <= view.to) &&
      chosen([countryOf(row.respondent_id)]),
  );
  const response = new Map(of("responses").map((row) => [row.id, row]));
  const days = requests.map((request) => {
    const entries = of("reply_entries").filter((entry) => {
      const row = response.get(String(entry.response_id));
      return entry.request_id === request.id && (entry.response_id === null || (row !== undefined && sees(row)));
    });
    const answers = entries.filter(({ kind }) => kind === "answer").map((entry) => String(entry.happened_on));
    const first = answers.sort()[0];
    return {
      country: countryOf(request.respondent_id),
      days: first ? (Date.parse(first) - Date.parse(String(request.sent_on))) / 86_400_000 : null,
      declined: !first && entries.some(({ kind }) => kind === "decline"),
    };
  });
  const count = (asked: typeof days) => {
    const known = asked.flatMap((one) => (one.days === null ? [] : [one.days])).sort((a, b) => a - b);
    const middle = known.length / 2;
    const [low, high] = [known[Math.ceil(middle) - 1], known[Math.floor(middle)]];
    return {
      asked: asked.length,
      answered: known.length,
      declined: asked.filter(({ declined }) => declined).length,
      medianDays: low === undefined || high === undefined ? null : (low + high) / 2,
    };
  };
  return { all: count(days), in: (country: string) => count(days.filter((one) => one.country === country)) };
}

function countClaims({ of, view, sees, findOrganization }: Look, stations: readonly Row[]) {
  const now = of("claims").filter(
    (row) => sees(row) && (!view.to || String(row.asserted_from ?? row.asserted_to ?? "9999") <= view.to),
  );
  const claimants = (claim: Row) =>
    of("claim_claimants")
      .filter((link) => link.claim_id === claim.id)
      .map((link) => String(link.organization_id))
      .filter(findOrganization);
  const rangeIn = (country: string) => {
    const counts = now.filter((row) => row.subject === "station_count" && row.country === country);
    const figures = counts
      .filter((claim) => {
        const own = claimants(claim);
        const isReplaced = (id: string) =>
          counts.some(
            (other) => claimants(other).includes(id) && String(other.asserted_from) > String(claim.asserted_to),
          );
        return claim.position !== "retracts" && (own.length === 0 || own.some((id) => !isReplaced(id)));
      })
      .map((claim) => Number(claim.value_number));
    return figures.length === 0
      ? { lowest: null, highest: null }
      : { lowest: Math.min(...figures), highest: Math.max(...figures) };
  };
  const coverageIn = (country: string) => {
    const claimed = now.filter(
      (row) =>
        row.country === country &&
        ["station_count", "existence", "presence"].includes(String(row.subject)) &&
        ["asserts", "confirms"].includes(String(row.position)) &&
        row.value_number !== 0,
    );
    if (claimed.length > 0 || stations.some((row) => row.country === country)) return "reported";
    const looked = of("coverage").some(
      (row) =>
        sees(row) &&
        row.country === country &&
        (!view.to || String(row.as_of_from ?? row.as_of_to ?? "9999") <= view.to),
    );
    return looked ? "examined_none_found" : "not_examined";
  };
  return { now, rangeIn, coverageIn };
}

const monthOf = (row: Row) => {
  const [from, to] = [text(row.published_from), text(row.published_to)];
  if (from === null && to === null) return "undated";
  return from && to && from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : "coarser";
};

/** The figures of a view, counted one by one by code that shares nothing with the queries. */
export function countNaively(rows: Rows, view: Plain) {
  const look = lookThrough(rows, view);
  const { of, sees, chosen, during, countryOf } = look;
  const { all: allStations, on: stationsOn, statusOn } = countStations(look);
  const stations = stationsOn(view.to);
  const evidence = of("evidence").filter(
    (row) => sees(row) && chosen(row.countries as string[]) && during(row, "published"),
  );
  const responses = of("responses").filter(
    (row) => sees(row) && during(row, "given") && chosen([countryOf(row.authority_id)]),
  );
  const replies = countReplies(look);
  const { now: claimsNow, rangeIn, coverageIn } = countClaims(look, stations);

  return {
    stations: stations.length,
    published: stations.filter(isPublished).length,
    statuses: tally(stations, (row) => statusOn(row, view.to)),
    /** By status, as it was at the end of a day, of the stations whose first mention is known. */
    statusesOn: (day: string) => tally(stationsOn(day), (row) => statusOn(row, day)),
    undatedStations: allStations.filter((row) => row.first_reported_from === null).length,
    evidence: evidence.length,
    months: tally(evidence, monthOf),
    monthKinds: tally(evidence, (row) => `${monthOf(row)} ${row.kind}`),
    monthLanguages: tally(evidence, (row) => `${monthOf(row)} ${row.language}`),
    responses: tally(responses, (row) => String(row.kind)),
    claims: of("claims").filter((row) => sees(row) && during(row, "asserted") && chosen([row.country])).length,
    replies: replies.all,
    country: (country: string) => ({
      ...rangeIn(country),
      coverage: coverageIn(country),
      stations: stations.filter((row) => row.country === country).length,
      statuses: tally(
        stations.filter((row) => row.country === country),
        (row) => statusOn(row, view.to),
      ),
      claims: claimsNow.filter((row) => row.country === country && chosen([country])).length,
      evidence: evidence.filter((row) => (row.countries as string[]).includes(country)).length,
      responses: tally(
        responses.filter((row) => countryOf(row.authority_id) === country),
        (row) => String(row.kind),
      ),
      replies: replies.in(country),
    }),
  };
}
