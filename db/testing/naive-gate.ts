import type { RecordKind } from "@/lib/records/editorial";
import type { Rows } from "./naive-figures";

/** What the lines of a checklist are recomputed from. */
export const GATE_TABLES = [
  ...["organizations", "stations", "evidence", "claims", "responses", "events", "coverage", "status_reports"],
  ...["reply_requests", "reply_entries", "people", "claim_claimants", "claim_evidence", "evidence_stations"],
  ...["response_claims", "response_stations", "response_evidence", "event_evidence", "coverage_evidence"],
  ...["coverage_examiners", "reply_request_claims", "reply_request_stations"],
];

type Row = Record<string, unknown>;
/** Key → what it counted ("evidence src-1"), or who did it; nothing for a line about the record itself. */
type Ticked = Record<string, string[]>;

const isOut = (row: Row) => row.state === "published" || row.state === "corrected";

/** What of a record's checklist is met, looked up row by row by code that shares nothing with the gate. */
export function tickNaively(rows: Rows, kind: RecordKind, row: Row, today: string): Ticked {
  const of = (table: string): Row[] => rows[table] ?? [];
  const linked = (table: string, owner: string) => of(table).filter((link) => link[`${owner}_id`] === row.id);
  const get = (table: string, id: unknown) => of(table).filter((one) => one.id === id);
  const named = (name: string, some: readonly Row[]) =>
    [...new Set(some.map(({ slug }) => `${name} ${slug}`))].sort();
  const ticked: Ticked = {};
  const tick = (key: string, which: string[]) => {
    if (which.length > 0) ticked[key] = which;
  };

  const links = kind === "station" ? linked("evidence_stations", "station") : linked(`${kind}_evidence`, kind);
  const sources = links
    .filter(({ stance }) => stance === undefined || stance === "supports" || stance === "retracts")
    .flatMap((link) => get("evidence", link.evidence_id));
  const report = kind === "status_report" ? row : {};
  const own = [...sources, ...get("evidence", report.evidence_id)].filter(isOut);
  const said = get("responses", report.response_id).filter(isOut);
  tick("sources", [...named("evidence", own), ...named("response", said)]);

  const basis = basisOf();
  if (basis.every(([, one]) => isOut(one))) {
    tick("basis", [...new Set(basis.map(([name, one]) => `${name} ${one.slug}`))].sort());
  }
  if (kind === "evidence" && (row.url ?? row.archive_url ?? row.accessed_via)) ticked.address = [];
  if (kind === "claim") {
    const quotes = links.filter(({ quote }) => quote !== null);
    const items = quotes.flatMap((link) => get("evidence", link.evidence_id));
    if (quotes.every(({ locator }) => locator !== null)) tick("quotes", named("evidence", items));
    if (row.spokesperson === null) ticked.persons = [];
  }
  if (kind === "response" && row.official_name === null) ticked.persons = [];
  if (kind === "station" && row.latitude !== null) {
    const ORDER = ["exact", "vicinity", "locality", "city", "region", "country"];
    const shown = [row.location_precision, row.public_precision].map((one) => ORDER.indexOf(String(one)));
    if (Math.max(...shown) >= ORDER.indexOf("city")) ticked.place = [];
  }
  if (row.approved_by !== null && row.approved_by !== row.updated_by) {
    ticked.hands = get("people", row.approved_by).map(({ name }) => String(name));
  }
  hear();
  return ticked;

  function basisOf(): [string, Row][] {
    const names = (table: string, name: string, ids: readonly unknown[]) =>
      ids.flatMap((id) => get(table, id)).map((one): [string, Row] => [name, one]);
    const organizations = [
      ...(kind === "reply_request" ? [row.respondent_id] : []),
      ...[row.operator_id, row.publisher_id, row.carried_by_id, row.relayed_by_id, row.authority_id],
      ...(kind === "claim" ? linked("claim_claimants", "claim").map((link) => link.organization_id) : []),
      ...(kind === "claim" ? links.map((link) => link.origin_id) : []),
      ...(kind === "coverage" ? linked("coverage_examiners", "coverage").map((link) => link.organization_id) : []),
    ];
    const items = kind === "station" ? [] : links.map((link) => link.evidence_id);
    return [
      ...names("organizations", "organization", organizations),
      ...names("stations", "station", [kind === "claim" || kind === "status_report" ? row.station_id : null]),
      ...names("evidence", "evidence", [...items, report.evidence_id]),
      ...names("responses", "response", [report.response_id]),
    ];
  }

  function hear() {
    const accuses =
      kind === "claim" && (row.position === "asserts" || row.position === "confirms") && row.value_number !== 0;
    if (kind !== "station" && !accuses) return;
    const out = of("responses").filter(isOut);
    const isLinked = (table: string, one: Row, owner: string, id: unknown) =>
      of(table).some((link) => link.response_id === one.id && link[`${owner}_id`] === id);
    const late = linked(`reply_request_${kind}s`, kind)
      .flatMap((link) => get("reply_requests", link.request_id))
      .filter((one) => one.sent_on !== null && one.state !== "trashed" && String(deadlineOf(one)) < today);
    const lines = out.map((one) => {
      const countries = one.countries as string[];
      if (isLinked(`response_${kind}s`, one, kind, row.id))
        return [one.kind === "no_response" ? "asked" : "heard", one];
      if (kind === "claim" && isLinked("response_stations", one, "station", row.station_id))
        return ["heard_station", one];
      if (row.country !== null && countries.includes(String(row.country))) return ["heard_country", one];
      return [kind === "claim" && row.country === null && countries.length === 0 ? "heard_matter" : "", one];
    }) as [string, Row][];
    for (const key of ["heard", "asked", "heard_station", "heard_country", "heard_matter"]) {
      const heard = named(
        "response",
        lines.filter(([line]) => line === key).map(([, one]) => one),
      );
      tick(key, [...(key === "asked" ? named("reply_request", late) : []), ...heard].sort());
    }
  }

  function deadlineOf(request: Row) {
    const reminders = of("reply_entries").filter(
      (entry) => entry.request_id === request.id && entry.kind === "reminder" && entry.due_on !== null,
    );
    return reminders.at(-1)?.due_on ?? request.due_on;
  }
}
