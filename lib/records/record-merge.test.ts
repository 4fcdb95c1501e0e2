import { expect, test } from "vitest";
import { contentAfterMerge, redirectReferences, withoutChange } from "./record-merge";

const toCnn = { organization: new Map([["cnn-2", "cnn"]]), evidence: new Map([["copy", "item"]]) };
const row = (evidence: string, more: object = {}) => ({
  ...{ evidence, stance: "supports", derivation: "original", origin: null, quote: null, locator: null },
  ...more,
});

test("a reference leads on wherever it stands, and what doubles by that is one", () => {
  const claim = { claimants: ["cnn-2", "bbc", "cnn"], relayedBy: "cnn-2", stances: [row("x", { origin: "cnn-2" })] };
  expect(redirectReferences(claim, toCnn)).toEqual({
    content: { claimants: ["cnn", "bbc"], relayedBy: "cnn", stances: [row("x", { origin: "cnn" })] },
    conflicts: [],
  });
  expect(redirectReferences({ publisher: "cnn", carriedBy: "cnn-2" }, toCnn).content).toEqual({
    publisher: "cnn",
    carriedBy: null,
  });
});

test("two rows about one item are joined where they agree, and a conflict where they do not", () => {
  const quoted = { stances: [row("item"), row("copy", { quote: "Said", locator: "p. 2" })] };
  expect(redirectReferences(quoted, toCnn).content.stances).toEqual([
    row("item", { quote: "Said", locator: "p. 2" }),
  ]);
  const against = { stances: [row("item"), row("copy", { stance: "contradicts" })] };
  expect(redirectReferences(against, toCnn)).toEqual({ content: against, conflicts: ["stances"] });
  const fromElsewhere = { stances: [row("item"), row("copy", { origin: "bbc" })] };
  expect(redirectReferences(fromElsewhere, toCnn).conflicts).toEqual(["stances"]);
});

test("the survivor keeps its fields, takes what it lacks, and bears the absorbed name", () => {
  const cnn = { name: "CNN", kind: "news_outlet", country: null, alternateNames: ["Cable News"], url: null };
  const twin = { name: "C.N.N.", kind: "other", country: "US", alternateNames: ["CNN"], url: "https://cnn.com" };
  const merged = contentAfterMerge("organization", { slug: "cnn", content: cnn }, { slug: "cnn-2", content: twin });
  expect(merged).toEqual({
    content: { ...cnn, country: "US", url: "https://cnn.com", alternateNames: ["Cable News", "C.N.N."] },
    conflicts: [],
  });
});

test("a place or a joint claim is taken as a whole or not at all, and of two labels the stricter", () => {
  const named = (slug: string, content: object) => ({ slug, content: { ...content } });
  const place = { latitude: 52.4, longitude: 4.9, locationPrecision: "city", publicPrecision: null };
  const none = { latitude: null, longitude: null, locationPrecision: null, publicPrecision: null };
  const station = (content: object) =>
    contentAfterMerge("station", named("a", { name: "A", ...content }), named("b", { name: "B", ...place })).content;
  expect(station(none)).toMatchObject(place);
  expect(station({ ...none, publicPrecision: "region" })).toMatchObject({ ...none, publicPrecision: "region" });
  const labelled = contentAfterMerge("evidence", named("a", { sharing: "GREEN" }), named("b", { sharing: "RED" }));
  expect(labelled.content.sharing).toBe("RED");
  const claim = (claimants: string[]) =>
    contentAfterMerge("claim", named("a", { claimants }), named("b", { claimants: ["bbc"] })).content.claimants;
  expect([claim(["cnn"]), claim([])]).toEqual([["cnn"], ["bbc"]]);
});

test("taking a change back leaves what was written since", () => {
  const before = { name: "CNN", claimants: ["cnn-2", "bbc"], relayedBy: "cnn-2", note: null };
  const after = { name: "CNN", claimants: ["cnn", "bbc"], relayedBy: "cnn", note: "Taken" };
  const now = { name: "CNN!", claimants: ["cnn", "bbc", "afp"], relayedBy: "reuters", note: "Taken" };
  expect(withoutChange(before, after, now)).toEqual({
    content: { name: "CNN!", claimants: ["cnn-2", "bbc", "afp"], relayedBy: "reuters", note: null },
    conflicts: [],
  });
  expect(withoutChange(before, after, { ...now, claimants: ["bbc"] }).content.claimants).toEqual(["bbc"]);
});

test("a row that was altered since can't be taken apart again", () => {
  const [before, after] = [{ stances: [row("copy")] }, { stances: [row("item")] }];
  expect(withoutChange(before, after, { stances: [row("item", { quote: "New" })] }).conflicts).toEqual(["stances"]);
  expect(withoutChange(before, after, { stances: [row("item"), row("other")] }).content.stances).toEqual([
    row("copy"),
    row("other"),
  ]);
  const [both, one] = [{ stances: [row("item"), row("copy")] }, { stances: [row("item")] }];
  expect(withoutChange(both, one, { stances: [row("item")] }).content).toEqual(both);
});
