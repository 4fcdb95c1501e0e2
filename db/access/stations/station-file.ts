import { sql } from "drizzle-orm";
import { reportTree } from "@/lib/figures/report-tree";
import type { PartPlace, StationPart } from "@/lib/filters/record-parts";
import { statusParts } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { readTogether } from "../../client";
import { cachedForRole } from "../figures/result-cache";
import { type Quoted, withQuotePlaces } from "../files/quote-places";
import { readerQuery } from "../reading/reader-query";
import { partOf } from "../reading/record-parts";
import { selectReplyRequests } from "../replies/reply-requests";
import { selectStationClaims, selectStationDisputes, selectSupport } from "./station-claims";
import {
  choicesAmong,
  type StationEvidenceOptions,
  selectEvidenceChoices,
  selectFirstEvidence,
  selectStationEvidence,
} from "./station-evidence";
import { selectStationResponses } from "./station-responses";
import { TAKEN_BACK } from "./station-status";
import { listStatusReports } from "./status-reports";

type StationFileOptions = {
  readonly wanted?: StationEvidenceOptions;
  /** How many rows each part has at most, and a part that has fewer. */
  readonly limit?: number;
  readonly limits?: Partial<Readonly<Record<StationPart, number>>>;
  /** How many items, and how many answers, are told of one claim. */
  readonly each?: number;
  /** The part that is read from a place on, instead of from its beginning. */
  readonly place?: PartPlace<StationPart> | null;
  /** From so many items on, what goes through all of them is read once for each state of the dossier. */
  readonly large?: number;
};

const HERE = { id: sql.placeholder("id"), country: sql.placeholder("country") };
const FIRST = { limit: sql.placeholder("more") };
const FIRST_PAGES = {
  evidence: readerQuery((actor) => selectFirstEvidence(actor, HERE, sql.placeholder("more"))),
  claims: readerQuery((actor) => selectStationClaims(actor, HERE, FIRST, sql.placeholder("each"))),
  responses: readerQuery((actor) => selectStationResponses(actor, HERE, FIRST)),
  disputes: readerQuery((actor) => selectStationDisputes(actor, HERE, FIRST)),
  requests: readerQuery((actor) => selectReplyRequests(actor, HERE.id, FIRST)),
};
const readChoices = readerQuery((actor) => selectEvidenceChoices(actor, HERE.id));
const readSupport = readerQuery((actor) => selectSupport(actor, HERE));

type Here = { readonly id: string; readonly country: string };

const LARGE = 2_000;
const MOST_LARGE = 1_000;
/** Stations that were found to have so many items, or claims about them and their country, by their id. */
const largeStations = new Set<string>();

function rememberLarge(id: string): void {
  if (largeStations.size >= MOST_LARGE) largeStations.clear();
  largeStations.add(id);
}

type FirstValues = Here & { readonly more: number; readonly each: number };

/** The first items, claims and answers, and the sources of all, of a station of which thousands are gone through for them. */
const readOfLarge = (actor: Actor, values: (part: StationPart) => FirstValues) => {
  const [items, claims, answers, disputes] = [
    values("evidence"),
    values("claims"),
    values("responses"),
    values("disputes"),
  ];
  return cachedForRole(actor, "large station", { items, claims, answers, disputes }, async () => {
    const { id, country } = items;
    const [evidence, claimed, responses, disputed, support] = await readTogether(() =>
      Promise.all([
        FIRST_PAGES.evidence(actor, items),
        FIRST_PAGES.claims(actor, claims),
        FIRST_PAGES.responses(actor, answers),
        FIRST_PAGES.disputes(actor, disputes),
        readSupport(actor, { id, country }),
      ]),
    );
    return { evidence, claims: claimed, responses, disputes: disputed, independent: reportTree(support) };
  });
};

export type StationFile = Awaited<ReturnType<typeof findStationFile>>;

const isNarrowed = (wanted: StationEvidenceOptions) =>
  Object.values(wanted).some((choices) => choices && choices.any.length + choices.without.length > 0);

/** Everything that stands beside each other on a station's page, read by one statement; of long parts a page. */
export async function findStationFile(
  actor: Actor,
  { id, country }: Here,
  { wanted = {}, limit = 100, limits = {}, each = limit, place, large = LARGE }: StationFileOptions = {},
) {
  requirePermission(actor, "read published records");
  const most = (part: StationPart) => limits[part] ?? limit;
  const values = (part: StationPart) => ({ id, country, more: most(part) + 1, each });
  const here = { id, country };
  // Of a station whose items are all read, they tell the choices themselves.
  const isWholeAsked = !(place?.part === "evidence" && place.after) && !isNarrowed(wanted);
  const ofLarge = largeStations.has(id) ? await readOfLarge(actor, values) : null;
  const [evidence, claims, responses, disputes, requests, reports, known, support] = await readTogether(() => {
    const goesOn = (part: StationPart) => place?.part === part && place.after !== undefined;
    const paging = (part: StationPart) => ({
      limit: most(part),
      after: place?.part === part ? place.after : undefined,
    });
    return Promise.all([
      isWholeAsked
        ? (ofLarge?.evidence ?? FIRST_PAGES.evidence(actor, values("evidence")))
        : selectStationEvidence(actor, here, paging("evidence"), wanted),
      goesOn("claims")
        ? selectStationClaims(actor, here, paging("claims"), each)
        : (ofLarge?.claims ?? FIRST_PAGES.claims(actor, values("claims"))),
      goesOn("responses")
        ? selectStationResponses(actor, here, paging("responses"))
        : (ofLarge?.responses ?? FIRST_PAGES.responses(actor, values("responses"))),
      goesOn("disputes")
        ? selectStationDisputes(actor, here, paging("disputes"))
        : (ofLarge?.disputes ?? FIRST_PAGES.disputes(actor, values("disputes"))),
      goesOn("requests")
        ? selectReplyRequests(actor, id, paging("requests"))
        : FIRST_PAGES.requests(actor, values("requests")),
      listStatusReports(actor, id),
      isWholeAsked || ofLarge ? null : readChoices(actor, here),
      ofLarge ? null : readSupport(actor, here),
    ]);
  });
  const { rows } = withoutChoices(evidence);
  const parts = {
    evidence: partOf(rows, most("evidence")),
    claims: partOf(claims, most("claims")),
    responses: partOf(responses, most("responses")),
    disputes: partOf(disputes, most("disputes")),
    requests: partOf(requests, most("requests")),
  };
  const longest = [parts.evidence, parts.claims, parts.responses, parts.disputes].map(({ total }) => total);
  if (Math.max(...longest) >= large) rememberLarge(id);
  const first = withoutChoices(ofLarge?.evidence ?? evidence);
  const choices = known ?? first.ofAll ?? choicesAmong(first.rows);
  const claimed = await withClaimQuotes(actor, parts.claims.items);
  const file = {
    reports,
    status: statusParts(reports.filter(({ state }) => !TAKEN_BACK.includes(state))),
    claims: claimed,
    disputes: parts.disputes.items,
    responses: parts.responses.items,
    evidence: parts.evidence.items,
    choices,
    requests: parts.requests.items,
    independent: ofLarge?.independent ?? reportTree(support ?? []),
  };
  return { ...file, parts: { ...parts, claims: { ...parts.claims, items: claimed } } };
}

type FirstItem = Awaited<ReturnType<typeof FIRST_PAGES.evidence>>[number];

/** The items, and beside them what all can be narrowed to, which a first page that is not the only one says. */
function withoutChoices(items: readonly (FirstItem | Omit<FirstItem, "choices">)[]) {
  const [first] = items;
  const rows = items.map((item) => {
    const { choices: _choices, ...row } = { choices: null, ...item };
    return row;
  });
  return { rows, ofAll: first && "choices" in first ? first.choices : null };
}

/** The same claims, each of their quotes with its place. */
async function withClaimQuotes<Claim extends { readonly stances: readonly Quoted[] }>(
  actor: Actor,
  rows: readonly Claim[],
) {
  const placed = await withQuotePlaces<Claim["stances"][number]>(
    actor,
    rows.flatMap(({ stances }) => stances),
  );
  let next = 0;
  return rows.map(({ stances, ...claim }) => {
    next += stances.length;
    return { ...claim, stances: placed.slice(next - stances.length, next) };
  });
}
