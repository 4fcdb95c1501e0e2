import { expect, test } from "vitest";
import { type AsOf, readAsOf } from "@/lib/filters/as-of";
import {
  makeActor,
  makeClaim,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStatusReport,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { findRecord } from "../records/record-snapshot";
import { transitionProposal } from "../workflow/proposal-transitions";
import { openProposal } from "../workflow/proposals";
import { transitionRecord } from "../workflow/transitions";
import { findAsOf, readDossierAsOf } from "./as-of";
import { eraseContent } from "./erasures";

const at = (text: string) => readAsOf({ at: text }, "UTC") as AsOf;
/** A moment between what was written before and what comes after. */
async function now() {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const moment = at(new Date().toISOString());
  await new Promise((resolve) => setTimeout(resolve, 5));
  return moment;
}

async function corrected() {
  const [reporter, editor, manager] = [
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("manager"),
  ];
  const { slug, input } = await makeOrganization(reporter, {
    name: "Bureau of 福州",
    note: "It counts eleven stations.",
  });
  const unpublished = await now();
  await publishRecord("organization", slug);
  const published = await now();
  const { version } = await findRecord(reporter, "organization", slug);
  const proposal = await openProposal(reporter, "organization", slug, {
    basedOn: version,
    typed: { ...input, note: "It counts four stations." },
    reason: "A wrong number",
    correctionNote: "We wrote eleven; it is four.",
  });
  await transitionProposal(reporter, proposal.slug, "submit", { basedOn: proposal.version });
  await transitionProposal(editor, proposal.slug, "approve", { basedOn: proposal.version + 1 });
  return { reporter, editor, manager, slug, unpublished, published };
}

test("a record corrected since shows what had been published then, to managers as well", async () => {
  const { reporter, manager, slug, unpublished, published } = await corrected();
  for (const actor of [reporter, manager]) {
    expect((await findAsOf(actor, "organization", slug, unpublished)).past).toBeNull();
    expect((await findAsOf(actor, "organization", slug, at("2022-11-03"))).past).toBeNull();
    const past = await findAsOf(actor, "organization", slug, published);
    expect(past).toMatchObject({
      title: "Bureau of 福州",
      past: { snapshot: { note: "It counts eleven stations." } },
    });
    const today = await findAsOf(actor, "organization", slug, at(new Date().toISOString().slice(0, 10)));
    expect(today.past?.snapshot).toMatchObject({ note: "It counts four stations.", state: "corrected" });
  }
});

test("what was taken back since stays with the desk, whatever moment is asked for", async () => {
  const { editor, manager, slug, published } = await corrected();
  await transitionRecord(editor, "organization", slug, "unpublish", { reason: "Under review" });
  await expect(findAsOf(manager, "organization", slug, published)).rejects.toMatchObject({ kind: "not_found" });
  expect((await findAsOf(editor, "organization", slug, published)).past).not.toBeNull();
  const later = await now();
  expect((await findAsOf(editor, "organization", slug, later)).past).toBeNull();
});

test("evidence that its label keeps on the desk, then or now, is not shown to others", async () => {
  const [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { slug } = await makeEvidence(reporter, { sharing: "AMBER" });
  await publishRecord("evidence", slug);
  const published = await now();
  await expect(findAsOf(manager, "evidence", slug, published)).rejects.toMatchObject({ kind: "not_found" });
  expect((await findAsOf(reporter, "evidence", slug, published)).past).not.toBeNull();
});

test("erased content never shows, and what came after it does", async () => {
  const { manager, slug, published } = await corrected();
  const admin = await makeActor("admin");
  await eraseContent(admin, "organization", { slug, scope: "earlier", reason: "A court ordered it." });
  expect((await findAsOf(admin, "organization", slug, published)).past).toBeNull();
  expect((await findAsOf(manager, "organization", slug, await now())).past?.snapshot).toMatchObject({
    note: "It counts four stations.",
  });
});

test("a station shows the status and the records that had been published about it, and no exact place outside the desk", async () => {
  const [reporter, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const place = {
    latitude: 45.47,
    longitude: 9.19,
    locationPrecision: "city",
    localityNote: "Via Sarpi",
    country: "IT",
  };
  const hidden = await makeOrganization(reporter, { name: "Hidden operator" });
  await publishRecord("organization", hidden.slug);
  const { station, authority, answer, source } = await makePublishedStation(reporter, {
    ...place,
    operator: hidden.slug,
  });
  await unpublish("organization", hidden.slug);
  const early = await now();
  const order = await makeResponse(reporter, {
    authority: authority.slug,
    officialRole: "Minister of Foreign Affairs",
    stations: [station.slug],
    evidence: [source.slug],
  });
  await publishRecord("response", order.slug);
  const report = await makeStatusReport(reporter, {
    station: station.slug,
    status: "ordered_closed",
    asOf: "2022-11-01",
    response: order.slug,
  });
  await publishRecord("status_report", report.slug);
  const claim = await makeClaim(reporter, {
    station: station.slug,
    scope: "station",
    stances: [{ evidence: source.slug, stance: "supports", derivation: "original" }],
  });
  await makeClaim(reporter, { station: station.slug, scope: "station", proposition: "A draft" });
  await publishRecord("claim", claim.slug);
  const late = await now();

  const before = await findAsOf(manager, "station", station.slug, early);
  expect(before.station).toMatchObject({ status: null, claims: [], responses: [{ slug: answer.slug }] });
  const after = await findAsOf(manager, "station", station.slug, late);
  expect(after.station?.status).toMatchObject({
    status: "ordered_closed",
    by: authority.input.name,
    role: "Minister of Foreign Affairs",
  });
  expect(after.station?.claims.map(({ slug }) => slug)).toEqual([claim.slug]);
  expect(after.station?.responses.map(({ slug }) => slug).sort()).toEqual([answer.slug, order.slug].sort());
  expect(JSON.stringify(after)).not.toMatch(/45\.47|Via Sarpi|hidden/i);
  expect(JSON.stringify(await findAsOf(reporter, "station", station.slug, late))).toMatch(/45\.47.*Via Sarpi/);

  const dossier = await readDossierAsOf(manager, late);
  expect(dossier.stations.find(({ slug }) => slug === station.slug)).toMatchObject({
    country: "IT",
    status: after.station?.status,
  });
  const counted = Object.fromEntries(dossier.counts.map(({ kind, count }) => [kind, count]));
  const earlier = Object.fromEntries(
    (await readDossierAsOf(manager, early)).counts.map(({ kind, count }) => [kind, count]),
  );
  expect(counted.claim).toBe((earlier.claim ?? 0) + 1);
  expect(counted.response).toBe((earlier.response ?? 0) + 1);

  const behind = await readDossierAsOf(manager, late, station.slug);
  expect(behind).toMatchObject({ counts: dossier.counts });
  const slugs = dossier.stations.map(({ slug }) => slug);
  expect(behind.stations.map(({ slug }) => slug)).toEqual(slugs.slice(slugs.indexOf(station.slug) + 1));
});
