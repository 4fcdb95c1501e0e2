import { eq } from "drizzle-orm";
import { annotationInput } from "@/lib/records/annotation";
import { LISTED_STATES, RECORD_KINDS, type RecordKind, type RecordState } from "@/lib/records/editorial";
import type { Actor } from "@/lib/workflow/actor";
import { attachIn, keptOf, noteCustody } from "../../access/files/attach-file";
import { attachFile } from "../../access/files/files";
import { releaseCopy } from "../../access/files/releases";
import { appendRevisions } from "../../access/revisions";
import { editorialTableOf } from "../../access/tables";
import { annotate, approveAnnotation } from "../../access/timeline/annotation-writes";
import { db, transaction } from "../../client";
import { corrections, replyEntries, revisions } from "../../schema";
import {
  makeActor,
  makeClaim,
  makeCoverage,
  makeEvent,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeReplyRequest,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
} from "../make";

/** The states in which nobody outside the desk may know that a record is there. */
const HIDDEN_STATES = LISTED_STATES.filter((state) => state !== "published" && state !== "corrected");

export type MatrixWorld = Awaited<ReturnType<typeof makeShown>>;
type Shown = Record<RecordKind, { readonly id: string; readonly slug: string; readonly version: number }>;

const setState = (kind: RecordKind, slug: string, state: RecordState) =>
  db
    .update(editorialTableOf(kind))
    .set({ state })
    .where(eq(editorialTableOf(kind).slug, slug));

const texts = (kind: RecordKind, what: string) => {
  const slug = `${what}-${kind.replace("_", "-")}`;
  const words = `Matrix ${what} ${kind}`;
  return { slug, name: words, title: words, proposition: words, summary: words, note: words, questions: words };
};
const of = (kind: RecordKind, what: string, ...keys: (keyof ReturnType<typeof texts>)[]) => {
  const all = texts(kind, what);
  const own = Object.fromEntries(["slug" as const, "note" as const, ...keys].map((key) => [key, all[key]]));
  // A request's own note is the desk's, and it has no other.
  return kind === "reply_request" ? own : { ...own, internalNote: `hidden note on ${what}` };
};

type Made = Awaited<ReturnType<typeof makeUnseen>>;

/** Drafts that the published ones are tied to. What a record rests on is published when it is: two are taken back afterwards. */
async function makeUnseen(desk: Actor) {
  const publisher = await makeOrganization(desk, {
    ...of("organization", "hidden-publisher", "name"),
    reliability: "A",
    country: "FR",
  });
  const place = await makeStation(desk, { ...of("station", "hidden-place", "name"), country: "FR" });
  const item = await makeEvidence(desk, { ...of("evidence", "hidden-item", "title"), sharing: "RED" });
  const other = await makeClaim(desk, { ...of("claim", "hidden-claim", "proposition") });
  const takenBack = [
    ["organization", publisher.slug],
    ["evidence", item.slug],
  ] as const;
  for (const [kind, slug] of takenBack) await publishRecord(kind, slug);
  return { publisher, place, item, other, takenBack };
}

async function makeStationWithEvidence(desk: Actor, { publisher, place }: Made) {
  const at = { latitude: 52.37, longitude: 4.89, locationPrecision: "city" };
  const made = await makePublishedStation(desk, {
    ...of("station", "shown", "name"),
    ...at,
    operator: publisher.slug,
  });
  const evidence = await makeEvidence(desk, {
    ...of("evidence", "shown", "title", "summary"),
    publisher: publisher.slug,
    countries: ["NL"],
    stations: [made.station.slug, place.slug],
    published: "2022-10-26",
  });
  await publishRecord("evidence", evidence.slug);
  return { ...made, evidence };
}
type Around = Awaited<ReturnType<typeof makeStationWithEvidence>>;

async function makeShownClaims(desk: Actor, { publisher, item, other }: Made, around: Around) {
  const { station, source, authority, evidence } = around;
  const about = { claimants: [authority.slug], relayedBy: publisher.slug, asserted: "2022-09" };
  const claim = await makeClaim(desk, {
    ...of("claim", "shown", "proposition"),
    ...about,
    scope: "station",
    station: station.slug,
    stances: [
      { evidence: source.slug, stance: "supports", derivation: "original" },
      { evidence: item.slug, stance: "contradicts", derivation: "original", quote: "hidden quote" },
      { evidence: evidence.slug, stance: "supports", derivation: "derived", origin: publisher.slug },
    ],
    disputes: [other.slug],
  });
  await publishRecord("claim", claim.slug);
  const count = {
    subject: "station_count",
    valueNumber: 3,
    stances: [{ evidence: source.slug }],
    disputes: [claim.slug],
  };
  for (const scope of ["global", "country"] as const) {
    const { slug } = await makeClaim(desk, {
      ...of("claim", `shown-${scope}`, "proposition"),
      ...about,
      ...count,
      scope,
    });
    await makePublishable(desk, authority.slug, source.slug);
    await publishRecord("claim", slug);
  }
  return claim;
}

async function makeShownAnswer(
  desk: Actor,
  { other }: Made,
  { authority }: Around,
  claim: { slug: string },
  both: Both,
) {
  const response = await makeResponse(desk, {
    ...of("response", "shown", "summary"),
    ...both,
    authority: authority.slug,
    countries: ["NL"],
    given: "2022-11-01",
    answers: [
      { claim: claim.slug, answer: "denies" },
      { claim: other.slug, answer: "denies" },
    ],
  });
  await publishRecord("response", response.slug);
  return response;
}
type Both = { readonly stations: string[]; readonly evidence: string[] };

async function makeShownEvents(desk: Actor, { evidence }: Around, both: Both) {
  const event = await makeEvent(desk, {
    ...of("event", "shown", "title"),
    occurred: "2022",
    country: "NL",
    evidence: both.evidence,
  });
  await publishRecord("event", event.slug);
  const corrected = await makeEvent(desk, { ...of("event", "corrected", "title"), evidence: [evidence.slug] });
  await publishRecord("event", corrected.slug);
  await setState("event", corrected.slug, "corrected");
  return event;
}

async function makeShownRequest(
  desk: Actor,
  { other }: Made,
  { authority, answer }: Around,
  claim: { slug: string },
  both: Both,
) {
  const request = await makeReplyRequest(desk, {
    ...of("reply_request", "shown", "questions"),
    respondent: authority.slug,
    stations: both.stations,
    claims: [claim.slug, other.slug],
  });
  await db.insert(replyEntries).values({
    requestId: request.id,
    kind: "answer",
    happenedOn: "2022-11-10",
    responseId: answer.id,
    authorId: desk.id,
  });
  await publishRecord("reply_request", request.slug);
  return request;
}

async function correctShown(desk: Actor, station: { id: string }) {
  const [revision] = await db
    .select({ seq: revisions.seq })
    .from(revisions)
    .where(eq(revisions.recordId, station.id))
    .limit(1);
  const note = { note: "We named the wrong city.", authorId: desk.id, at: new Date().toISOString() };
  await db
    .insert(corrections)
    .values({ kind: "correction", recordKind: "station", recordId: station.id, seq: revision?.seq ?? 0, ...note });
}

/**
 * A published record of every kind, each with links to drafts wherever it can have any: what a manager sees of them
 * must not name those. Everything that is not to be seen is called "hidden".
 */
export async function makeShown() {
  const desk = await makeActor("editor");
  const unseen = await makeUnseen(desk);
  const { publisher, place, item } = unseen;
  const around = await makeStationWithEvidence(desk, unseen);
  const { station, authority, evidence } = around;
  const claim = await makeShownClaims(desk, unseen, around);
  const both = { stations: [station.slug, place.slug], evidence: [evidence.slug, item.slug] };
  const response = await makeShownAnswer(desk, unseen, around, claim, both);
  const event = await makeShownEvents(desk, around, both);
  const report = { station: station.slug, status: "reported", asOf: "2022-09", evidence: evidence.slug };
  const status = await makeStatusReport(desk, { ...of("status_report", "shown"), ...report });
  await publishRecord("status_report", status.slug);
  const request = await makeShownRequest(desk, unseen, around, claim, both);
  await correctShown(desk, station);
  const coverage = await makeCoverage(desk, {
    ...of("coverage", "shown"),
    country: "BE",
    examiners: [authority.slug, publisher.slug],
    evidence: both.evidence,
  });
  await publishRecord("coverage", coverage.slug);
  for (const [kind, slug] of unseen.takenBack) await setState(kind, slug, "draft");
  const shown: Shown = {
    organization: authority,
    station,
    evidence,
    claim,
    response,
    event,
    status_report: status,
    reply_request: request,
    coverage,
  };
  const annotation = await annotate(desk, annotationInput.parse({ text: "Second report", dated: "2022-12" }));
  await approveAnnotation(await makeActor("editor"), annotation);
  return {
    desk,
    shown,
    copy: await makeCopy(desk, evidence),
    annotation: annotation.id,
    stationRef: { id: station.id, country: "NL" },
    hidden: { item: item.slug, place: place.slug },
  };
}

/** An original and a waiting copy that nobody but the desk hears of, and a released one, which stands in the world without its bytes. */
async function makeCopy(desk: Actor, { id, slug }: { id: string; slug: string }) {
  const subject = { kind: "evidence", slug, id } as const;
  const file = (letter: string, name: string) => ({ digest: letter.repeat(64), size: 9, type: "text/plain", name });
  const original = await attachFile(desk, subject, file("a", "hidden-name.txt"));
  const copyAs = (letter: string, name: string) =>
    transaction(async (tx) => {
      const copy = file(letter, name);
      const { id: attachment, fileId } = await attachIn(tx, desk, subject, copy, { redactedFrom: original.id });
      await noteCustody(tx, desk, fileId, "redaction", { original: "hidden", boxes: 1, pages: "1" });
      await appendRevisions(tx, desk, await keptOf(tx, fileId, attachment));
      return attachment;
    });
  await copyAs("c", "hidden-copy.txt");
  const shown = await copyAs("b", "shown.txt");
  await releaseCopy(await makeActor("editor"), shown);
  return shown;
}

/** An answer about the matter as a whole, which a claim of no country needs before it can be published. */
async function makePublishable(desk: Actor, authority: string, evidence: string) {
  const { slug } = await makeResponse(desk, { authority, evidence: [evidence] });
  await publishRecord("response", slug);
}

/** A record of every kind in every state that hides it, and evidence that its label hides, tied to what is shown. */
export async function makeHidden({ desk, shown, hidden }: MatrixWorld): Promise<Record<RecordKind, string[]>> {
  const [station, evidence, claim] = [shown.station.slug, shown.evidence.slug, shown.claim.slug];
  const authority = shown.organization.slug;
  const made = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [] as string[]])) as Record<RecordKind, string[]>;
  const makers: Record<RecordKind, (what: string) => Promise<{ slug: string }>> = {
    organization: (what) => makeOrganization(desk, { ...of("organization", what, "name"), country: "FR" }),
    station: (what) => makeStation(desk, { ...of("station", what, "name"), operator: authority, country: "FR" }),
    evidence: (what) => makeEvidence(desk, itemAs(what, "CLEAR")),
    claim: (what) =>
      makeClaim(desk, {
        ...of("claim", what, "proposition"),
        subject: "station_count",
        valueNumber: 99,
        claimants: [authority],
        station,
        asserted: "2023",
        stances: [{ evidence, stance: "supports", derivation: "original" }],
        disputes: [claim],
      }),
    response: (what) =>
      makeResponse(desk, {
        ...of("response", what, "summary"),
        authority,
        given: "2023",
        countries: ["NL", "FR"],
        stations: [station],
        evidence: [evidence],
        answers: [{ claim, answer: "confirms" }],
      }),
    event: (what) =>
      makeEvent(desk, { ...of("event", what, "title"), occurred: "2023", country: "NL", evidence: [evidence] }),
    status_report: (what) =>
      makeStatusReport(desk, {
        ...of("status_report", what),
        station,
        status: "closure_confirmed",
        asOf: "2023",
        evidence,
      }),
    reply_request: (what) =>
      makeReplyRequest(desk, {
        ...of("reply_request", what, "questions"),
        respondent: authority,
        stations: [station],
        claims: [claim],
      }),
    coverage: (what) => makeCoverage(desk, { ...of("coverage", what), country: "NL", evidence: [evidence] }),
  };
  const itemAs = (what: string, sharing: string) => ({
    ...of("evidence", what, "title", "summary"),
    publisher: authority,
    countries: ["NL", "FR"],
    stations: [station],
    published: "2023",
    language: "zh-Hans",
    sharing,
  });
  for (const kind of RECORD_KINDS) {
    for (const state of HIDDEN_STATES) {
      const { slug } = await makers[kind](`hidden-${state.replace("_", "-")}`);
      made[kind].push(slug);
      if (state === "retracted" && wasPublished(kind)) await publishRecord(kind, slug);
      if (state === "approved") await setApproved(kind, slug);
      else await setState(kind, slug, state);
    }
  }
  for (const sharing of ["AMBER", "RED"]) {
    const { slug } = await makeEvidence(desk, itemAs(`hidden-${sharing.toLowerCase()}`, sharing));
    await publishRecord("evidence", slug);
    made.evidence.push(slug);
  }
  await publishRecord("evidence", hidden.item);
  await annotate(desk, annotationInput.parse({ text: "Hidden until it is approved", dated: "2022-12" }));
  return made;
}

/** A station's gate asks for more, and a report's publication would be its station's status. */
const wasPublished = (kind: RecordKind) => kind !== "station" && kind !== "status_report";

async function setApproved(kind: RecordKind, slug: string) {
  const { id } = await makeActor("editor");
  const table = editorialTableOf(kind);
  await db.update(table).set({ state: "approved", approvedBy: id, approvedVersion: 1 }).where(eq(table.slug, slug));
}
