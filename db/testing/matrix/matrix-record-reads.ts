import { listDisputes } from "../../access/claims/claim-disputes";
import { countClaims } from "../../access/claims/claim-facets";
import { listClaims } from "../../access/claims/claim-ledger";
import { listStances } from "../../access/claims/claim-sources";
import { findClaim, listClaimAnswers } from "../../access/claims/claims";
import { findCoverage, listCoverage } from "../../access/countries/coverage";
import { countEvents, findEvent, listEvents } from "../../access/events/events";
import { listEvidence, nameOfStation } from "../../access/evidence/evidence";
import { countEvidence } from "../../access/evidence/evidence-facets";
import { findEvidence } from "../../access/evidence/evidence-file";
import { findAsOf, findDossierThen } from "../../access/history/as-of";
import { listStatusesThen } from "../../access/history/as-of-status";
import { listChanges, listChangesSince } from "../../access/history/changes";
import { listCorrections, listCorrectionsOf } from "../../access/history/corrections";
import { findOrganization } from "../../access/organizations/organization-file";
import { countOrganizations, listOrganizations } from "../../access/organizations/organizations";
import { listLines } from "../../access/records/record-lines";
import { listRecordNames, listReferenceNames } from "../../access/records/record-names";
import { findRecord } from "../../access/records/record-snapshot";
import { findReply } from "../../access/replies/replies";
import { countReplies, listDue, listReplies } from "../../access/replies/reply-list";
import { listReplyRequests } from "../../access/replies/reply-requests";
import { countResponses } from "../../access/responses/response-facets";
import { listResponses } from "../../access/responses/response-list";
import { findResponse } from "../../access/responses/responses";
import { searchEverything } from "../../access/search/search";
import { listStationClaims, listStationDisputes, listStationStances } from "../../access/stations/station-claims";
import { findStationFile, listEvidenceChoices, listStationEvidence } from "../../access/stations/station-file";
import { countStations, listStationPoints, listStations } from "../../access/stations/station-list";
import { listStationAnswers, listStationResponses } from "../../access/stations/station-responses";
import { findStation } from "../../access/stations/stations";
import { listStatusReports } from "../../access/stations/status-reports";
import { listAnnotations, listWaitingAnnotations } from "../../access/timeline/annotations";
import { findStanding } from "../../access/workflow/standing";
import { both, KINDS, type Row, read } from "./matrix-row";

/** Tomorrow, so that all that was published counts. */
const LATER = { text: "later", isDay: false, until: "2999-01-01T00:00:00.000Z" };

/** The dossier's records: found, listed, counted by their facets, named, searched. */
export const RECORD_READS: Readonly<Record<string, Row>> = {
  "as-of.findAsOf": read((actor, { shown }) =>
    Promise.all(KINDS.map((kind) => findAsOf(actor, kind, shown[kind].slug, LATER))),
  ),
  "as-of.findDossierThen": read((actor) => findDossierThen(actor, LATER)),
  "as-of-status.listStatusesThen": read(async (actor) => [...(await listStatusesThen(actor, LATER))]),
  "changes.listChanges": read((actor) => listChanges(actor, 500)),
  "changes.listChangesSince": read((actor) => listChangesSince(actor, 0, 500)),
  "claim-disputes.listDisputes": read((actor, { shown }) => listDisputes(actor, [shown.claim.id])),
  "claim-facets.countClaims": both(countClaims),
  "claim-ledger.listClaims": both(listClaims),
  "claim-sources.listStances": read((actor, { shown }) => listStances(actor, [shown.claim.id])),
  "claims.findClaim": read((actor, { shown }) => findClaim(actor, shown.claim.slug)),
  "claims.listClaimAnswers": read((actor, { shown }) => listClaimAnswers(actor, shown.claim.id)),
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
  "organization-file.findOrganization": read((actor, { shown }) => findOrganization(actor, shown.organization.slug)),
  "organizations.listOrganizations": both(listOrganizations),
  "organizations.countOrganizations": both(countOrganizations),
  "corrections.listCorrections": read((actor) => listCorrections(actor)),
  "corrections.listCorrectionsOf": read((actor, { shown }) => listCorrectionsOf(actor, "station", shown.station.id)),
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
  "reply-requests.listReplyRequests": read((actor, { place }) => listReplyRequests(actor, place.id)),
  "response-facets.countResponses": both(countResponses),
  "response-list.listResponses": both(listResponses),
  "responses.findResponse": read((actor, { shown }) => findResponse(actor, shown.response.slug)),
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
  "annotations.listWaitingAnnotations": { takes: "approve a record", ask: (actor) => listWaitingAnnotations(actor) },
  "annotations.listAnnotations": read((actor) => listAnnotations(actor)),
};
