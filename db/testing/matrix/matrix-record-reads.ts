import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { readAlikeContent } from "@/lib/records/likeness";
import { listDisputes } from "../../access/claims/claim-disputes";
import { countClaimFacets } from "../../access/claims/claim-facets";
import { listClaims } from "../../access/claims/claim-ledger";
import { listStances } from "../../access/claims/claim-sources";
import { findClaim } from "../../access/claims/claims";
import { findCoverage, listCoverage, listCoverageOf } from "../../access/countries/coverage";
import { countEvents, findEvent, listEvents } from "../../access/events/events";
import { listEvidence } from "../../access/evidence/evidence";
import { countEvidenceFacets } from "../../access/evidence/evidence-facets";
import { findEvidence } from "../../access/evidence/evidence-file";
import { findAsOf, readDossierAsOf } from "../../access/history/as-of";
import { listStatusesAsOf } from "../../access/history/as-of-status";
import { listChanges, listChangesSince, listPublications } from "../../access/history/changes";
import { listCorrections, listCorrectionsOf } from "../../access/history/corrections";
import { findOrganization } from "../../access/organizations/organization-file";
import { countOrganizations, listOrganizations } from "../../access/organizations/organizations";
import { listAlike, listAlikeBeside } from "../../access/records/alike";
import { listDistinct } from "../../access/records/distinct";
import { listRecordLines } from "../../access/records/record-lines";
import { listRecordNames, listRecordsCalled, listReferenceNames } from "../../access/records/record-names";
import { findRecord } from "../../access/records/record-snapshot";
import { findReply } from "../../access/replies/replies";
import { countReplies, listDue, listReplies } from "../../access/replies/reply-list";
import { countResponseFacets } from "../../access/responses/response-facets";
import { listLatestResponses, listResponses } from "../../access/responses/response-list";
import { findResponse } from "../../access/responses/responses";
import { searchEverything } from "../../access/search/search";
import { findStationFile } from "../../access/stations/station-file";
import { countStations, listStationPoints, listStations } from "../../access/stations/station-list";
import { findStation } from "../../access/stations/stations";
import { listStatusReports } from "../../access/stations/status-reports";
import { listAnnotations, listWaitingAnnotations } from "../../access/timeline/annotations";
import { readWorkflowStatus } from "../../access/workflow/workflow-status";
import { bothRow, KINDS, type MatrixRow, readRow } from "./matrix-row";

/** Tomorrow, so that all that was published counts. */
const LATER = { text: "later", isDay: false, until: "2999-01-01T00:00:00.000Z" };

/** The dossier's records: found, listed, counted by their facets, named, searched. */
export const RECORD_READS: Readonly<Record<string, MatrixRow>> = {
  "alike.listAlike": readRow((actor) =>
    Promise.all(
      ["hidden-place", "shown"].flatMap((what) => [
        listAlike(actor, "station", readAlikeContent("station", { name: `Matrix ${what} station`, country: "FR" })),
        listAlike(actor, "station", readAlikeContent("station", { name: `Matrix ${what} station`, country: "NL" })),
        listAlike(actor, "evidence", readAlikeContent("evidence", { title: `Matrix hidden-item evidence` })),
      ]),
    ),
  ),
  "alike.listAlikeBeside": readRow(async (actor) => {
    const [seen, unseen] = [
      { name: "Matrix shown station", country: "NL" },
      { name: "Matrix hidden-place station", country: "FR" },
    ];
    const added = new Map([seen, unseen].map((values, at) => [`new-${at}`, readAlikeContent("station", values)]));
    return [...(await listAlikeBeside(actor, "station", added, ["nobody"]))];
  }),
  "distinct.listDistinct": {
    takes: "read the history",
    ask: (actor, { shown }) => listDistinct(actor, "organization", shown.organization.id),
  },
  "as-of.findAsOf": readRow((actor, { shown }) =>
    Promise.all(KINDS.map((kind) => findAsOf(actor, kind, shown[kind].slug, LATER))),
  ),
  "as-of.readDossierAsOf": readRow((actor) => readDossierAsOf(actor, LATER)),
  "as-of-status.listStatusesAsOf": readRow(async (actor) => [...(await listStatusesAsOf(actor, LATER))]),
  "changes.listChanges": readRow((actor) => listChanges(actor, 500)),
  "changes.listPublications": readRow((actor) => listPublications(actor, 500)),
  "changes.listChangesSince": readRow((actor) => listChangesSince(actor, 0, 500)),
  "claim-disputes.listDisputes": readRow((actor, { shown }) => listDisputes(actor, [shown.claim.id])),
  "claim-facets.countClaimFacets": bothRow(countClaimFacets),
  "claim-ledger.listClaims": bothRow(listClaims),
  "claim-sources.listStances": readRow((actor, { shown }) => listStances(actor, [shown.claim.id])),
  "claims.findClaim": readRow((actor, { shown }) => findClaim(actor, shown.claim.slug)),
  "coverage.listCoverage": bothRow(listCoverage),
  "coverage.listCoverageOf": readRow((actor) => listCoverageOf(actor, "BE")),
  "coverage.findCoverage": readRow((actor, { shown }) => findCoverage(actor, shown.coverage.slug)),
  "events.listEvents": bothRow(listEvents),
  "events.countEvents": bothRow(countEvents),
  "events.findEvent": readRow((actor, { shown }) => findEvent(actor, shown.event.slug)),
  "evidence.listEvidence": readRow((actor, { shown, hidden }) =>
    Promise.all(
      [
        {},
        { q: "matrix" },
        { station: { any: [shown.station.slug], without: [] } },
        { station: { any: [hidden.place], without: [] } },
        { publisher: { any: ["hidden-publisher-organization"], without: [] } },
        { reliability: { any: ["A"], without: [] } },
        { sort: "changed" as const },
      ].map((filter) => listEvidence(actor, filter)),
    ),
  ),
  "evidence-facets.countEvidenceFacets": bothRow(countEvidenceFacets),
  "evidence-file.findEvidence": readRow((actor, { shown }) => findEvidence(actor, shown.evidence.slug)),
  "organization-file.findOrganization": readRow((actor, { shown }) =>
    findOrganization(actor, shown.organization.slug),
  ),
  "organizations.listOrganizations": bothRow(listOrganizations),
  "organizations.countOrganizations": bothRow(countOrganizations),
  "corrections.listCorrections": readRow((actor) => listCorrections(actor)),
  "corrections.listCorrectionsOf": readRow((actor, { shown }) =>
    listCorrectionsOf(actor, "station", shown.station.id),
  ),
  "record-lines.listRecordLines": readRow((actor) =>
    listRecordLines(actor, [{ kind: "station" }, { kind: "status_report" }], 500),
  ),
  "record-names.listRecordNames": readRow((actor, { shown, hidden }) =>
    listRecordNames(actor, { station: [shown.station.slug, hidden.place], evidence: [hidden.item] }),
  ),
  "record-names.listRecordsCalled": readRow((actor, { shown, hidden }) =>
    listRecordsCalled(actor, { station: [shown.station.slug, hidden.place], evidence: [hidden.item, "Hidden"] }),
  ),
  "record-names.listReferenceNames": readRow((actor, { shown, hidden }) =>
    listReferenceNames(actor, [{ station: shown.station.slug, stations: [hidden.place], evidence: [hidden.item] }]),
  ),
  "record-snapshot.findRecord": {
    takes: "read drafts",
    ask: (actor, { shown }) => Promise.all(KINDS.map((kind) => findRecord(actor, kind, shown[kind].slug))),
  },
  "replies.findReply": readRow((actor, { shown }) => findReply(actor, shown.reply_request.slug)),
  "reply-list.listReplies": bothRow(listReplies),
  "reply-list.countReplies": bothRow(countReplies),
  "reply-list.listDue": { takes: "read drafts", ask: (actor) => listDue(actor, 7) },
  "response-facets.countResponseFacets": bothRow(countResponseFacets),
  "response-list.listResponses": bothRow(listResponses),
  "response-list.listLatestResponses": readRow((actor) => listLatestResponses(actor, dashboardFilter.absent, 500)),
  "responses.findResponse": readRow((actor, { shown }) => findResponse(actor, shown.response.slug)),
  "search.searchEverything": readRow((actor) =>
    Promise.all(
      ["matrix", "hidden", "shown", "hidden-item-evidence"].map((q) => searchEverything(actor, q, { limit: 100 })),
    ),
  ),
  "workflow-status.readWorkflowStatus": readRow((actor, { shown }) =>
    Promise.all(KINDS.map((kind) => readWorkflowStatus(actor, kind, shown[kind].slug))),
  ),
  "station-file.findStationFile": readRow((actor, { stationRef }) => findStationFile(actor, stationRef)),
  "station-list.listStations": readRow((actor, { shown }) =>
    Promise.all([
      listStations(actor, {}),
      listStations(actor, { q: "matrix" }),
      listStations(actor, { status: { any: ["closure_confirmed"], without: [] } }),
      listStations(actor, {
        operator: { any: ["hidden-publisher-organization", shown.organization.slug], without: [] },
      }),
    ]),
  ),
  "station-list.countStations": bothRow(countStations),
  "station-list.listStationPoints": bothRow(listStationPoints),
  "stations.findStation": readRow((actor, { shown }) => findStation(actor, shown.station.slug)),
  "status-reports.listStatusReports": readRow((actor, { stationRef }) => listStatusReports(actor, stationRef.id)),
  "annotations.listWaitingAnnotations": {
    takes: "approve an annotation",
    ask: (actor) => listWaitingAnnotations(actor),
  },
  "annotations.listAnnotations": readRow((actor) => listAnnotations(actor)),
};
