import type { Actor } from "@/lib/actor";
import type { Permission } from "@/lib/policy";
import { rangeFilter } from "@/lib/range-filter";
import { type Scope, scopeFilter } from "@/lib/scope-filter";
import { listAnnotations, listWaitingAnnotations } from "../access/annotations";
import { findAsOf, findDossierThen } from "../access/as-of";
import { listStatusesThen } from "../access/as-of-status";
import { listAssignees, listTags } from "../access/assignments";
import { previewBulk } from "../access/bulk";
import { listChanges, listChangesSince } from "../access/changes";
import { listDisputes } from "../access/claim-disputes";
import { countClaims } from "../access/claim-facets";
import { listClaims } from "../access/claim-ledger";
import { listRanges, readRange } from "../access/claim-ranges";
import { listStances } from "../access/claim-sources";
import { findClaim, listClaimAnswers } from "../access/claims";
import { countOpenThreads, listComments } from "../access/comments";
import { listCorrections, listCorrectionsOf } from "../access/corrections";
import { listCountries } from "../access/countries";
import { readCountryFigures } from "../access/country-figures";
import { findCountry } from "../access/country-file";
import { listCounts } from "../access/counts";
import { findCoverage, listCoverage } from "../access/coverage";
import { readDeskFigures } from "../access/desk-figures";
import { listDeskPeople } from "../access/desk-people";
import { countEvents, findEvent, listEvents } from "../access/events";
import { listEvidence, nameOfStation } from "../access/evidence";
import { countEvidence } from "../access/evidence-facets";
import { readEvidenceMonths } from "../access/evidence-figures";
import { findEvidence } from "../access/evidence-file";
import { findFeedToken } from "../access/feeds";
import { findFollowing } from "../access/follows";
import { readAtHead } from "../access/head";
import { exportHead, listHistoryChecks, verifyHistory } from "../access/history-check";
import { countCauses, countUnread, listInbox } from "../access/inbox";
import { readKeyFigures } from "../access/key-figures";
import { changesSince, hearChanges } from "../access/live";
import { readMap } from "../access/map";
import { findOrganization } from "../access/organization-file";
import { countOrganizations, listOrganizations } from "../access/organizations";
import { listPersonFigures } from "../access/person-figures";
import { findProposal, listOpenProposals } from "../access/proposal-file";
import { openProposal } from "../access/proposals";
import { listQueue, listQueueBoard, readWaiting } from "../access/queue";
import { findRecordHistory, findVersions } from "../access/record-history";
import { listLines } from "../access/record-lines";
import { listRecordNames, listReferenceNames } from "../access/record-names";
import { findRecord } from "../access/record-snapshot";
import { findReply } from "../access/replies";
import { countReplies, listDue, listReplies } from "../access/reply-list";
import { listReplyRequests } from "../access/reply-requests";
import { countResponses } from "../access/response-facets";
import { listResponses } from "../access/response-list";
import { findResponse } from "../access/responses";
import { listRestingOn } from "../access/resting-on";
import { findRevision } from "../access/revision-file";
import { listRevisions } from "../access/revisions";
import { searchEverything } from "../access/search";
import { findStanding } from "../access/standing";
import { listStationClaims, listStationDisputes, listStationStances } from "../access/station-claims";
import { readStatusSteps } from "../access/station-figures";
import { findStationFile, listEvidenceChoices, listStationEvidence } from "../access/station-file";
import { countStations, listStationPoints, listStations } from "../access/station-list";
import { listStationAnswers, listStationResponses } from "../access/station-responses";
import { findStation } from "../access/stations";
import { listStatusReports } from "../access/status-reports";
import { readSummary } from "../access/summary";
import { listLatest, listTimeline, listUndated, readTimelineBounds, readTimelineSheet } from "../access/timeline";
import { readCountrySpans, readSpans } from "../access/timeline-spans";
import { listTrash } from "../access/trash";
import { findWaiver } from "../access/waivers";
import { makeActor } from "./make";
import type { World } from "./matrix-world";

/** The permission that a function takes, and questions that every shown record answers and every hidden one would. */
export type Row = {
  readonly takes: Permission;
  /** Asked for before it: a refusal names the first that is missing. */
  readonly after?: Permission;
  readonly ask: (actor: Actor, world: World) => Promise<unknown>;
};

const KINDS = ["organization", "station", "evidence", "claim", "response", "event"] as const;
const read = (ask: Row["ask"]): Row => ({ takes: "read published records", ask });
const desk = (ask: Row["ask"]): Row => ({ takes: "read the discussion", ask });
const both = <Filter extends object>(list: (actor: Actor, filter: Filter) => Promise<unknown>): Row =>
  read((actor) => Promise.all([list(actor, {} as Filter), list(actor, { q: "matrix" } as unknown as Filter)]));

/** The figures of views that leave everything, some and, in a box, nothing out. Of the history they say where it stands. */
const figures = (count: (actor: Actor, scope: Scope) => Promise<object>): Row =>
  read((actor) =>
    Promise.all(
      [
        "",
        "country=NL",
        "records=published",
        "to=2022-12-31",
        "from=2022-10-02&to=2023-01-30",
        "box=-10,40,20,60",
      ].map(async (query) => ({
        ...(await count(actor, scopeFilter.parse(new URLSearchParams(query)).value)),
        head: null,
      })),
    ),
  );

/** Tomorrow, so that all that was published counts. */
const LATER = { text: "later", isDay: false, until: "2999-01-01T00:00:00.000Z" };

export const READS: Readonly<Record<string, Row>> = {
  "as-of.findAsOf": read((actor, { shown }) =>
    Promise.all(KINDS.map((kind) => findAsOf(actor, kind, shown[kind].slug, LATER))),
  ),
  "as-of.findDossierThen": read((actor) => findDossierThen(actor, LATER)),
  "as-of-status.listStatusesThen": read(async (actor) => [...(await listStatusesThen(actor, LATER))]),
  "assignments.listAssignees": { takes: "read drafts", ask: (actor) => listAssignees(actor) },
  "assignments.listTags": { takes: "read drafts", ask: (actor) => listTags(actor) },
  "changes.listChanges": read((actor) => listChanges(actor, 500)),
  "changes.listChangesSince": read((actor) => listChangesSince(actor, 0, 500)),
  "claim-disputes.listDisputes": read((actor, { shown }) => listDisputes(actor, [shown.claim.id])),
  "claim-facets.countClaims": both(countClaims),
  "claim-ledger.listClaims": both(listClaims),
  "claim-ranges.listRanges": read(async (actor) => [
    ...(await listRanges(actor, [
      { scope: "global", region: null, country: null },
      { scope: "country", region: null, country: "NL" },
    ])),
  ]),
  "claim-ranges.readRange": read((actor) => readRange(actor, { ...rangeFilter.absent, place: "NL" })),
  "claim-sources.listStances": read((actor, { shown }) => listStances(actor, [shown.claim.id])),
  "claims.findClaim": read((actor, { shown }) => findClaim(actor, shown.claim.slug)),
  "claims.listClaimAnswers": read((actor, { shown }) => listClaimAnswers(actor, shown.claim.id)),
  "countries.listCountries": read((actor) => listCountries(actor)),
  "country-figures.readCountryFigures": figures(readCountryFigures),
  "evidence-figures.readEvidenceMonths": figures(readEvidenceMonths),
  "key-figures.readKeyFigures": figures(readKeyFigures),
  "station-figures.readStatusSteps": figures(readStatusSteps),
  "head.readAtHead": read(async (actor) => {
    const { page } = await readAtHead(actor, scopeFilter.absent, async () => ({
      page: await listStations(actor, {}),
    }));
    return page;
  }),
  "country-file.findCountry": read((actor) =>
    Promise.all(["NL", "FR", "BE"].map((code) => findCountry(actor, code))),
  ),
  "counts.listCounts": read((actor) => listCounts(actor, undefined)),
  "comments.listComments": desk((actor, { shown }) =>
    listComments(actor, { kind: "station", slug: shown.station.slug }),
  ),
  "comments.countOpenThreads": desk((actor, { shown }) => countOpenThreads(actor, "station", [shown.station.id])),
  "desk-figures.readDeskFigures": { takes: "read the workload", ask: (actor) => readDeskFigures(actor) },
  "person-figures.listPersonFigures": {
    takes: "read the workload of each person",
    ask: (actor) => listPersonFigures(actor),
  },
  "desk-people.listDeskPeople": desk((actor) => listDeskPeople(actor)),
  "follows.findFollowing": desk((actor, { shown }) =>
    findFollowing(actor, { kind: "station", slug: shown.station.slug }),
  ),
  "inbox.countUnread": desk((actor) => countUnread(actor)),
  "inbox.countCauses": desk((actor) => countCauses(actor)),
  "inbox.listInbox": desk((actor) => listInbox(actor)),
  "coverage.listCoverage": read((actor) => listCoverage(actor)),
  "coverage.findCoverage": read((actor, { shown }) => findCoverage(actor, shown.coverage.slug)),
  "events.listEvents": both(listEvents),
  "events.countEvents": both(countEvents),
  "events.findEvent": read((actor, { shown }) => findEvent(actor, shown.event.slug)),
  "evidence.listEvidence": read((actor, { shown, hidden }) =>
    Promise.all(
      [
        {},
        { q: "matrix" },
        { station: shown.station.slug },
        { station: hidden.place },
        { publisher: { any: ["hidden-publisher-organization"], without: [] } },
        { reliability: { any: ["A"], without: [] } },
        { sort: "changed" as const },
      ].map((filter) => listEvidence(actor, filter)),
    ),
  ),
  "evidence.nameOfStation": read((actor, { shown, hidden }) =>
    Promise.all([nameOfStation(actor, shown.station.slug), nameOfStation(actor, hidden.place)]),
  ),
  "evidence-facets.countEvidence": both(countEvidence),
  "evidence-file.findEvidence": read((actor, { shown }) => findEvidence(actor, shown.evidence.slug)),
  "live.changesSince": { takes: "read drafts", ask: (actor) => changesSince(actor, 0) },
  "live.hearChanges": { takes: "read drafts", ask: async (actor) => hearChanges(actor, () => undefined)() },
  "history-check.verifyHistory": { takes: "verify the history", ask: (actor) => verifyHistory(actor) },
  "history-check.exportHead": { takes: "verify the history", ask: (actor) => exportHead(actor) },
  "history-check.listHistoryChecks": { takes: "verify the history", ask: (actor) => listHistoryChecks(actor) },
  "resting-on.listRestingOn": {
    takes: "erase content",
    ask: (actor, { shown }) => listRestingOn(actor, "organization", shown.organization.id),
  },
  "record-history.findRecordHistory": {
    takes: "read the history",
    ask: (actor, { shown }) => findRecordHistory(actor, "claim", shown.claim.slug),
  },
  "record-history.findVersions": {
    takes: "read the history",
    ask: (actor, { shown }) => findVersions(actor, "claim", shown.claim.slug, [1]),
  },
  "revision-file.findRevision": {
    takes: "read the history",
    ask: async (actor, { desk, shown }) => {
      const [revision] = await listRevisions(desk, "claim", shown.claim.id);
      return findRevision(actor, revision?.hash ?? "");
    },
  },
  "map.readMap": both(readMap),
  "organization-file.findOrganization": read((actor, { shown }) => findOrganization(actor, shown.organization.slug)),
  "organizations.listOrganizations": both(listOrganizations),
  "organizations.countOrganizations": both(countOrganizations),
  "corrections.listCorrections": read((actor) => listCorrections(actor)),
  "corrections.listCorrectionsOf": read((actor, { shown }) => listCorrectionsOf(actor, "station", shown.station.id)),
  "proposal-file.listOpenProposals": {
    takes: "read drafts",
    ask: (actor, { shown }) => listOpenProposals(actor, "station", shown.station.id),
  },
  "proposal-file.findProposal": {
    takes: "read drafts",
    ask: async (actor, { shown }) => {
      const writer = await makeActor("reporter");
      const { slug, version } = shown.station;
      const content = { typed: { name: "Proposed" }, reason: null, correctionNote: null };
      return findProposal(
        actor,
        (await openProposal(writer, "station", slug, { ...content, basedOn: version })).slug,
      );
    },
  },
  "waivers.findWaiver": {
    takes: "read drafts",
    ask: (actor, { shown }) => findWaiver(actor, "station", shown.station.id),
  },
  "bulk.previewBulk": { takes: "take work in hand", ask: (actor) => previewBulk(actor, {}, { deed: "submit" }) },
  "queue.readWaiting": { takes: "read drafts", ask: (actor) => readWaiting(actor) },
  "queue.listQueue": { takes: "read drafts", ask: (actor) => listQueue(actor, {}) },
  "queue.listQueueBoard": { takes: "read drafts", ask: (actor) => listQueueBoard(actor, {}) },
  "trash.listTrash": { takes: "move a record to the trash", ask: (actor) => listTrash(actor) },
  "record-lines.listLines": read((actor) => listLines(actor, [{ kind: "station" }, { kind: "status_report" }], 500)),
  "record-names.listRecordNames": read((actor, { shown, hidden }) =>
    listRecordNames(actor, { station: [shown.station.slug, hidden.place], evidence: [hidden.item] }),
  ),
  "record-names.listReferenceNames": read((actor, { shown, hidden }) =>
    listReferenceNames(actor, [{ station: shown.station.slug, stations: [hidden.place], evidence: [hidden.item] }]),
  ),
  "record-snapshot.findRecord": {
    takes: "read drafts",
    ask: (actor, { shown }) => Promise.all(KINDS.map((kind) => findRecord(actor, kind, shown[kind].slug))),
  },
  "replies.findReply": read((actor, { shown }) => findReply(actor, shown.reply_request.slug)),
  "reply-list.listReplies": both(listReplies),
  "reply-list.countReplies": both(countReplies),
  "reply-list.listDue": { takes: "read drafts", ask: (actor) => listDue(actor, 7) },
  "feeds.findFeedToken": { takes: "read drafts", ask: (actor) => findFeedToken(actor) },
  "reply-requests.listReplyRequests": read((actor, { place }) => listReplyRequests(actor, place.id)),
  "response-facets.countResponses": both(countResponses),
  "response-list.listResponses": both(listResponses),
  "responses.findResponse": read((actor, { shown }) => findResponse(actor, shown.response.slug)),
  "revisions.listRevisions": {
    takes: "read the history",
    ask: (actor, { shown }) => listRevisions(actor, "claim", shown.claim.id),
  },
  "search.searchEverything": read((actor) =>
    Promise.all(
      ["matrix", "hidden", "shown", "hidden-item-evidence"].map((q) => searchEverything(actor, q, { limit: 100 })),
    ),
  ),
  "standing.findStanding": read((actor, { shown }) =>
    Promise.all(KINDS.map((kind) => findStanding(actor, kind, shown[kind].slug))),
  ),
  "station-claims.listStationClaims": read((actor, { place }) => listStationClaims(actor, place)),
  "station-claims.listStationStances": read((actor, { place }) => listStationStances(actor, place)),
  "station-claims.listStationDisputes": read((actor, { place }) => listStationDisputes(actor, place)),
  "station-file.findStationFile": read((actor, { place }) => findStationFile(actor, place)),
  "station-file.listEvidenceChoices": read((actor, { place }) => listEvidenceChoices(actor, place.id)),
  "station-file.listStationEvidence": read((actor, { place }) => listStationEvidence(actor, place)),
  "station-list.listStations": read((actor, { shown }) =>
    Promise.all([
      listStations(actor, {}),
      listStations(actor, { q: "matrix" }),
      listStations(actor, { status: { any: ["closure_confirmed"], without: [] } }),
      listStations(actor, {
        operator: { any: ["hidden-publisher-organization", shown.organization.slug], without: [] },
      }),
    ]),
  ),
  "station-list.countStations": both(countStations),
  "station-list.listStationPoints": both(listStationPoints),
  "station-responses.listStationResponses": read((actor, { place }) => listStationResponses(actor, place)),
  "station-responses.listStationAnswers": read((actor, { place }) => listStationAnswers(actor, place)),
  "stations.findStation": read((actor, { shown }) => findStation(actor, shown.station.slug)),
  "status-reports.listStatusReports": read((actor, { place }) => listStatusReports(actor, place.id)),
  "summary.readSummary": read(async (actor) => ({ ...(await readSummary(actor)), head: null })),
  "timeline.listTimeline": read((actor) =>
    Promise.all([listTimeline(actor, {}), listTimeline(actor, { q: "matrix" }, { limit: 500 })]),
  ),
  "timeline-spans.readSpans": both(async (actor, filter: object) => (await readSpans(actor, filter)).spans),
  "timeline-spans.readCountrySpans": both(async (actor, filter: object) => {
    const { spans, dates } = await readCountrySpans(actor, filter);
    return { spans, dates };
  }),
  "timeline.readTimelineBounds": both(readTimelineBounds),
  "timeline.readTimelineSheet": both(readTimelineSheet),
  "timeline.listLatest": read((actor) => listLatest(actor, {}, 500)),
  "annotations.listWaitingAnnotations": { takes: "approve a record", ask: (actor) => listWaitingAnnotations(actor) },
  "annotations.listAnnotations": read((actor) => listAnnotations(actor)),
  "timeline.listUndated": read((actor) => listUndated(actor, {}, 500)),
};

/** The functions that find one record by its slug, by its kind. */
export const FINDS = {
  organization: findOrganization,
  station: findStation,
  evidence: findEvidence,
  claim: findClaim,
  response: findResponse,
  event: findEvent,
  reply_request: findReply,
  coverage: findCoverage,
} as const;
