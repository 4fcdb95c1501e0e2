import { expect, test } from "vitest";
import type { PlacedStatus, StationStatus } from "../records/status";
import type { StanceRow } from "./independence";
import { claimWithout, statusWithout } from "./left-without";

const org = (id: string) => ({ id, name: id, slug: id });
const row = (evidenceId: string, publisher: string, stance: StanceRow["stance"] = "supports"): StanceRow => ({
  claimId: "claim",
  evidenceId,
  stance,
  derivation: "original",
  publisher: org(publisher),
  origin: null,
  claimants: [],
});

test("a claim is left the sources that stand on their own without an item", () => {
  const rows = [row("a", "paper"), row("b", "paper"), row("c", "broadcaster")];
  const without = (...gone: string[]) => claimWithout(rows, (id) => gone.includes(id), false);
  expect(without("a")).toEqual({ grounds: 2, left: 2, word: { now: "corroborated", after: "corroborated" } });
  expect(without("c")).toEqual({ grounds: 2, left: 1, word: { now: "corroborated", after: "single_source" } });
  expect(without("a", "b", "c")).toMatchObject({ left: 0, word: { after: "unassessed" } });
});

test("a claim is contested no more when what contradicted it is gone, unless another claim disputes it", () => {
  const rows = [row("a", "paper"), row("b", "ministry", "contradicts")];
  expect(claimWithout(rows, (id) => id === "b", false).word).toEqual({ now: "contested", after: "single_source" });
  expect(claimWithout(rows, (id) => id === "b", true).word).toEqual({ now: "contested", after: "contested" });
});

test("a station is left the status that the other reports lead to", () => {
  const report = (id: string, status: StationStatus, day: string): PlacedStatus => ({
    id,
    status,
    asOf: { edtf: day, from: day, to: day },
    basis: "evidence",
    recordedAt: "2022-12-01T00:00:00Z",
  });
  const reports = [report("a", "reported", "2022-09-01"), report("b", "ordered_closed", "2022-11-01")];
  const without = (...gone: string[]) => statusWithout(reports, ({ id }) => gone.includes(id));
  expect(without("b")).toEqual({ now: "ordered_closed", after: "reported" });
  expect(without("a")).toEqual({ now: "ordered_closed", after: "ordered_closed" });
  expect(without("a", "b").after).toBe("unknown");
});
