import { claimInput } from "@/lib/records/claim";
import { coverageInput } from "@/lib/records/country-coverage";
import type { RecordKind } from "@/lib/records/editorial";
import { eventInput } from "@/lib/records/event";
import { evidenceInput } from "@/lib/records/evidence";
import { organizationInput } from "@/lib/records/organization";
import { replyRequestInput } from "@/lib/records/reply-request";
import { responseInput } from "@/lib/records/response";
import { stationInput } from "@/lib/records/station";
import { statusReportInput } from "@/lib/records/status-report";
import type { Actor, Role } from "@/lib/workflow/actor";
import { CONSOLE } from "../access/accounts/account-keeper";
import { createPerson } from "../access/accounts/people";
import type { RecordInputs } from "../access/record-mappers";
import { recordOne } from "../access/record-one";
import { findRecord, type RecordSnapshot } from "../access/records/record-snapshot";
import { transitionRecord } from "../access/workflow/transitions";

/** Overrides for a maker: any field as a form or the API would send it ("2022-10" for a date), and the slug. */
type RecordOverrides = Readonly<Record<string, unknown>> & { readonly slug?: string };

let made = 0;
const numbered = (stem: string) => `${stem}-${++made}`;

/** A person who can't sign in, with this role. */
export async function makeActor(role: Role, locale: "en" | "nl" = "en"): Promise<Actor> {
  const name = numbered(role);
  const person = { name, email: `${name}@example.org`, role, locale };
  const id = await createPerson(CONSOLE, { ...person, passwordHash: null });
  return { id, ...person } as Actor;
}

type Reader<Input> = { parse(value: unknown): Input };

const maker =
  <Kind extends RecordKind>(
    kind: Kind,
    schema: Reader<RecordInputs[Kind]>,
    usual: (actor: Actor, overrides: RecordOverrides) => Promise<Record<string, unknown>> | Record<string, unknown>,
  ) =>
  async (actor: Actor, overrides: RecordOverrides = {}): Promise<RecordSnapshot<Kind>> => {
    const { slug = numbered(kind.replace("_", "-")), ...rest } = overrides;
    const input = schema.parse({ ...(await usual(actor, overrides)), ...rest });
    await recordOne(actor, kind, { slug, input });
    return findRecord(actor, kind, slug);
  };

/** The slug that was given for a reference, or that of a record made for it. */
const named = async (overrides: unknown, make: () => Promise<{ slug: string }>) =>
  typeof overrides === "string" ? overrides : (await make()).slug;

// Each writes through the public access path, as the actor, and answers the record with its id, slug and version.

export const makeOrganization = maker("organization", organizationInput, () => ({
  name: numbered("Organization"),
  kind: "news_outlet",
}));

export const makeStation = maker("station", stationInput, () => ({
  name: numbered("Station"),
  kind: "overseas_police_service_station",
  country: "NL",
}));

export const makeEvidence = maker("evidence", evidenceInput, () => ({
  title: numbered("Article"),
  kind: "article",
  language: "en",
  url: "https://example.org/article",
}));

export const makeClaim = maker("claim", claimInput, () => ({
  proposition: numbered("There is a station; claim"),
  subject: "station_exists",
  scope: "country",
  country: "NL",
}));

export const makeEvent = maker("event", eventInput, () => ({ title: numbered("Event"), kind: "publication" }));

export const makeResponse = maker("response", responseInput, async (actor, overrides) => ({
  authority: await named(overrides.authority, () => makeOrganization(actor, { kind: "ministry" })),
  kind: "statement",
  summary: numbered("The ministry answered; response"),
}));

export const makeStatusReport = maker("status_report", statusReportInput, async (actor, overrides) => {
  const station = await named(overrides.station, () => makeStation(actor));
  if (overrides.response || overrides.evidence) return { station, status: "reported" };
  return { station, status: "reported", evidence: (await makeEvidence(actor, { stations: [station] })).slug };
});

export const makeReplyRequest = maker("reply_request", replyRequestInput, async (actor, overrides) => ({
  respondent: await named(overrides.respondent, () => makeOrganization(actor, { kind: "embassy" })),
  questions: "Does the station exist?",
  channel: "email",
  sentOn: "2022-11-03",
  dueOn: "2022-11-17",
}));

export const makeCoverage = maker("coverage", coverageInput, async (actor, overrides) => ({
  country: "NL",
  evidence: overrides.evidence ?? [(await makeEvidence(actor)).slug],
}));

/** Takes a draft through review, approval and publication as another editor; what the gate blocks is refused. */
export async function publishRecord(kind: RecordKind, slug: string): Promise<void> {
  const editor = await makeActor("editor");
  for (const step of ["submit", "approve", "publish"] as const) {
    await transitionRecord(editor, kind, slug, step, { ticked: "all" });
  }
}

/** Takes a published record back, as another editor: what rests on it stays, and readers see that without it. */
export async function unpublish(kind: RecordKind, slug: string): Promise<void> {
  await transitionRecord(await makeActor("editor"), kind, slug, "unpublish", { reason: "Looked at again" });
}

/** A published record with what its gate asks for: a published source, and for a station an answer about its country. */
export async function makePublishedStation(
  actor: Actor,
  overrides: RecordOverrides = {},
  ofSource: RecordOverrides = {},
) {
  const station = await makeStation(actor, overrides);
  const source = await makeEvidence(actor, { stations: [station.slug], ...ofSource });
  await publishRecord("evidence", source.slug);
  const authority = await makeOrganization(actor, { kind: "ministry" });
  await publishRecord("organization", authority.slug);
  const answer = await makeResponse(actor, {
    authority: authority.slug,
    countries: [station.input.country],
    stations: [station.slug],
    evidence: [source.slug],
  });
  await publishRecord("response", answer.slug);
  await publishRecord("station", station.slug);
  return { station, source, authority, answer };
}
