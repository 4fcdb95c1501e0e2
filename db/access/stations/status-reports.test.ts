import { expect, test } from "vitest";
import { onlyValues } from "@/lib/charts/records-behind";
import { describeStatus } from "@/lib/figures/describe-status";
import { stationFilter } from "@/lib/filters/station-filter";
import { statusParts } from "@/lib/records/status";
import {
  makeActor,
  makeEvidence,
  makeOrganization,
  makePublishedStation,
  makeResponse,
  makeStation,
  makeStatusReport,
  publishRecord,
  unpublish,
} from "../../testing/make";
import { findStationFile } from "./station-file";
import { listStations } from "./station-list";
import { findStation } from "./stations";
import { listStatusReports, recordStatusReport, reviseStatusReport } from "./status-reports";

test("a status is a history in which each report stands with what it rests on, and reads as a sentence", async () => {
  const desk = await makeActor("reporter");
  const station = await makeStation(desk);
  const [outlet, ministry] = [
    await makeOrganization(desk, { name: "NRC" }),
    await makeOrganization(desk, { name: "Ministry of Foreign Affairs", kind: "ministry" }),
  ];
  const article = await makeEvidence(desk, { publisher: outlet.slug, stations: [station.slug] });
  const order = await makeResponse(desk, {
    authority: ministry.slug,
    kind: "closure_order",
    officialRole: "Minister of Foreign Affairs",
  });
  const about = { station: station.slug };
  await makeStatusReport(desk, { ...about, status: "ordered_closed", asOf: "2022-11-01", response: order.slug });
  await makeStatusReport(desk, { ...about, status: "reported", asOf: "2022-09-12", evidence: article.slug });
  const reports = await listStatusReports(desk, station.id);
  expect(reports.map(({ status, by, basis }) => [status, by, basis])).toEqual([
    ["reported", "NRC", "evidence"],
    ["ordered_closed", "Ministry of Foreign Affairs", "response"],
  ]);
  expect(reports[0]?.evidence?.slug).toBe(article.slug);
  expect(describeStatus(statusParts(reports), "en")).toBe(
    "Ordered closed by the Minister of Foreign Affairs, 1 November 2022; closure not independently confirmed.",
  );
});

test("what a draft did to the status is the desk's to know", async () => {
  const [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const { station, source } = await makePublishedStation(desk);
  const refs = { station: station.slug, evidence: source.slug };
  const first = await makeStatusReport(desk, { ...refs, status: "reported", asOf: "2022-09" });
  await publishRecord("status_report", first.slug);
  await makeStatusReport(desk, { ...refs, status: "denied", asOf: "2022-10" });
  expect((await findStation(desk, station.slug)).status).toBe("denied");
  expect((await findStation(manager, station.slug)).status).toBe("reported");
  expect(await listStatusReports(manager, station.id)).toHaveLength(1);
});

test("a step without a date is the status, of a past day only once it was recorded", async () => {
  const desk = await makeActor("reporter");
  const { slug: station } = await makeStation(desk, { country: "UY", firstReported: "2022-09-12" });
  await makeStatusReport(desk, { station, status: "reported", asOf: "2022-09-12" });
  await makeStatusReport(desk, { station, status: "under_investigation" });
  const statusUpTo = async (to?: string) => {
    const { items } = await listStations(desk, { ...stationFilter.absent, to, country: onlyValues("UY") });
    return items.map(({ status }) => status);
  };
  expect(await statusUpTo()).toEqual(["under_investigation"]);
  expect(await statusUpTo("2022-12-31")).toEqual(["reported"]);
  expect(await statusUpTo("9999-12-31")).toEqual(["under_investigation"]);
});

test("what was taken back is no status on the station's page", async () => {
  const desk = await makeActor("reporter");
  const { station, source } = await makePublishedStation(desk);
  const refs = { station: station.slug, evidence: source.slug };
  await makeStatusReport(desk, { ...refs, status: "reported", asOf: "2022-09" });
  const { slug } = await makeStatusReport(desk, { ...refs, status: "denied", asOf: "2022-10" });
  await publishRecord("status_report", slug);
  await unpublish("status_report", slug);
  const { status, reports } = await findStationFile(desk, await findStation(desk, station.slug));
  expect([status?.status, reports.length]).toEqual(["reported", 2]);
});

test("a report of a status can be mended, and the station's status follows", async () => {
  const desk = await makeActor("reporter");
  const station = await makeStation(desk);
  const { slug, input } = await makeStatusReport(desk, { station: station.slug });
  await reviseStatusReport(desk, { slug, basedOn: 1, input: { ...input, status: "reported_closed" } });
  expect((await findStation(desk, station.slug)).status).toBe("reported_closed");
});

test("a manager may not record a status report", async () => {
  const { input, slug } = await makeStatusReport(await makeActor("reporter"));
  const manager = await makeActor("manager");
  const refused = "A manager may not record a status report.";
  await expect(recordStatusReport(manager, { input })).rejects.toThrow(refused);
  await expect(reviseStatusReport(manager, { slug, basedOn: 1, input })).rejects.toThrow(refused);
});

test("a report that is moved to another station takes its status along", async () => {
  const reporter = await makeActor("reporter");
  const [wrong, right] = [await makeStation(reporter), await makeStation(reporter)];
  const { slug, input } = await makeStatusReport(reporter, { station: wrong.slug, status: "ordered_closed" });
  const statusOf = async (station: string) => (await findStation(reporter, station)).status;
  const before = await Promise.all([wrong, right].map((station) => statusOf(station.slug)));
  expect(before).toEqual(["ordered_closed", "unknown"]);
  await reviseStatusReport(reporter, { slug, basedOn: 1, input: { ...input, station: right.slug } });
  const after = await Promise.all([wrong, right].map((station) => statusOf(station.slug)));
  expect(after).toEqual(["unknown", "ordered_closed"]);
});

test("reports on one station at the same moment do not wait for each other for ever", async () => {
  const reporter = await makeActor("reporter");
  const { slug: station } = await makeStation(reporter);
  const { slug: evidence } = await makeEvidence(reporter, { stations: [station] });
  const reports = Array.from({ length: 8 }, () => makeStatusReport(reporter, { station, evidence }));
  expect((await Promise.all(reports)).map(({ version }) => version)).toEqual(Array(8).fill(1));
});
