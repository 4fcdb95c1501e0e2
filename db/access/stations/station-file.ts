import { and, desc, eq, exists, inArray, sql } from "drizzle-orm";
import { independentSources } from "@/lib/figures/independence";
import type { FilterChoices } from "@/lib/filters/filter-field";
import type { StanceValue } from "@/lib/records/claim";
import type { EvidenceKind } from "@/lib/records/evidence";
import { statusParts } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { claimEvidence, claims, evidence, evidenceStations, organizations } from "../../schema";
import { choiceCondition } from "../filters/choice-condition";
import { fuzzyDateColumns } from "../fuzzy";
import { listReplyRequests } from "../replies/reply-requests";
import { visibleTo } from "../visibility";
import {
  concernsStation,
  listStationClaims,
  listStationDisputes,
  listStationStances,
  type StationClaim,
  type StationRef,
  type StationStance,
} from "./station-claims";
import { listStationAnswers, listStationResponses } from "./station-responses";
import { TAKEN_BACK } from "./station-status";
import { listStatusReports } from "./status-reports";

/** What the evidence at a station can be narrowed to. */
export type StationEvidenceOptions = {
  readonly kind?: FilterChoices<EvidenceKind>;
  readonly language?: FilterChoices;
  readonly stance?: FilterChoices<StanceValue>;
};

/** The items filed at a station, newest first; a stance is one towards a claim about the station or its country. */
export async function listStationEvidence(actor: Actor, stationRef: StationRef, wanted: StationEvidenceOptions = {}) {
  requirePermission(actor, "read published records");
  const takes = (stances: StanceValue[]) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(claimEvidence)
        .innerJoin(
          claims,
          and(eq(claims.id, claimEvidence.claimId), concernsStation(stationRef), visibleTo(actor, claims)),
        )
        .where(and(eq(claimEvidence.evidenceId, evidence.id), inArray(claimEvidence.stance, stances))),
    );
  return db
    .select({
      id: evidence.id,
      slug: evidence.slug,
      state: evidence.state,
      title: evidence.title,
      kind: evidence.kind,
      language: evidence.language,
      published: fuzzyDateColumns(evidence.publishedEdtf, evidence.publishedFrom, evidence.publishedTo),
      publisher: { slug: organizations.slug, name: organizations.name },
      reliability: organizations.reliability,
      credibility: evidence.credibility,
    })
    .from(evidenceStations)
    .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
    .leftJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(
      and(
        eq(evidenceStations.stationId, stationRef.id),
        choiceCondition(wanted.kind, (kinds) => inArray(evidence.kind, kinds)),
        choiceCondition(wanted.language, (languages) => inArray(evidence.language, languages)),
        choiceCondition(wanted.stance, takes),
      ),
    )
    .orderBy(desc(evidence.publishedSort), evidence.slug);
}

/** The kinds and languages of all items filed at a station, for its filter. */
export async function listEvidenceChoices(actor: Actor, stationId: string) {
  requirePermission(actor, "read published records");
  return db
    .selectDistinct({ kind: evidence.kind, language: evidence.language })
    .from(evidenceStations)
    .innerJoin(evidence, and(eq(evidence.id, evidenceStations.evidenceId), visibleTo(actor, evidence)))
    .where(eq(evidenceStations.stationId, stationId));
}

/** Claims that count for the station: its own, and those about its country that an item filed here supports. */
function rowsThatCount(listed: readonly StationClaim[], stances: readonly StationStance[]) {
  const claimed = new Map(
    listed
      .filter(({ position }) => position === "asserts" || position === "confirms")
      .filter(({ id, scope }) => scope === "station" || stances.some((row) => row.claimId === id && isBornOut(row)))
      .map((claim) => [claim.id, claim]),
  );
  return stances.flatMap((row) => {
    const claim = claimed.get(row.claimId);
    return claim ? [{ ...row, claimants: claim.claimants }] : [];
  });
}
const isBornOut = ({ stance, filedHere }: StationStance) => stance === "supports" && filedHere;

export type StationFile = Awaited<ReturnType<typeof findStationFile>>;

/** Everything that stands beside each other on a station's page, read at once. */
export async function findStationFile(actor: Actor, stationRef: StationRef, wanted: StationEvidenceOptions = {}) {
  const [reports, listed, stances, disputes, responses, answers, evidenceHere, choices, requests] = await Promise.all(
    [
      listStatusReports(actor, stationRef.id),
      listStationClaims(actor, stationRef),
      listStationStances(actor, stationRef),
      listStationDisputes(actor, stationRef),
      listStationResponses(actor, stationRef),
      listStationAnswers(actor, stationRef),
      listStationEvidence(actor, stationRef, wanted),
      listEvidenceChoices(actor, stationRef.id),
      listReplyRequests(actor, stationRef.id),
    ],
  );
  return {
    reports,
    status: statusParts(reports.filter(({ state }) => !TAKEN_BACK.includes(state))),
    claims: listed.map((claim) => ({ ...claim, stances: stances.filter(({ claimId }) => claimId === claim.id) })),
    disputes,
    responses: responses.map((response) => ({
      ...response,
      answers: answers.filter(({ responseId }) => responseId === response.id),
    })),
    evidence: evidenceHere.map((item) => ({
      ...item,
      stances: [...new Set(stances.filter((row) => row.evidenceId === item.id).map(({ stance }) => stance))],
    })),
    choices,
    requests,
    independent: independentSources(rowsThatCount(listed, stances)),
  };
}
