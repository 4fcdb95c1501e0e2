import { describe, expect, test } from "vitest";
import { readAuthority, readBureau, readClaimants, readPublisher } from "./attributions";
import { FIRST_DOSSIER } from "./load";
import { Register } from "./organizations";
import { planDossier } from "./plan-dossier";
import { readDossier } from "./read";

const { dossier } = await readDossier(FIRST_DOSSIER);
const register = new Register(dossier.organizations);

describe("who published and who carried", () => {
  test.each([
    ["Newsweek (carried by NewsBreak)", "newsweek", "newsbreak"],
    ["Reuters, in The Asahi Shimbun", "reuters", "the-asahi-shimbun"],
    ["French Senate, via NosSénateurs", "french-senate", "nossenateurs"],
    ["Radio Free Asia (Mandarin), carried by an Australian Chinese-language site", "radio-free-asia", null],
    ["ABC Nyheter / NTB", "ntb", "abc-nyheter"],
    ["Republic World, citing The Guardian", "republic-world", null],
    ["Politico (French copy)", "politico", null],
    ["A paper that nobody listed", "a-paper-that-nobody-listed", null],
  ])("%s", (written, publisher, carriedBy) => {
    expect(readPublisher(register, written, "news_article")).toEqual({ publisher, carriedBy });
  });
});

describe("who claims, and who relays", () => {
  const claimed = (written: string) => readClaimants(register, written, "nrc");

  test("an NGO that a newspaper quotes is the claimant, the newspaper relays", () => {
    expect(claimed("Safeguard Defenders (director, to TV3), as relayed by La Razón")).toMatchObject({
      claimants: ["safeguard-defenders"],
      spokesperson: "director, to TV3",
      relayedBy: "la-razon",
    });
  });

  test("a joint investigation has two claimants", () => {
    expect(claimed("RTL Nieuws and Follow the Money, as relayed by NRC")).toMatchObject({
      claimants: ["rtl-nieuws", "follow-the-money"],
      relayedBy: "nrc",
    });
  });

  test("a minister speaks for the ministry", () => {
    expect(claimed("Wopke Hoekstra, Minister of Foreign Affairs")).toMatchObject({
      claimants: ["ministry-of-foreign-affairs-netherlands"],
      spokesperson: "Wopke Hoekstra, Minister of Foreign Affairs",
    });
  });

  test("an outlet that cites another is the claimant and has it from there", () => {
    expect(claimed("Infobae, citing CNN")).toMatchObject({ claimants: ["infobae"], origin: "cnn" });
  });

  test("an article's own voice is its publisher's", () => {
    expect(claimed("(article’s own voice)")).toMatchObject({ claimants: ["nrc"] });
  });
});

test("ministries of one name in two countries are two", () => {
  expect(readAuthority(register, "Ministry of Foreign Affairs", "NL")).toBe(
    "ministry-of-foreign-affairs-netherlands",
  );
  expect(readAuthority(register, "Ministry of Foreign Affairs", "CN")).toBe("ministry-of-foreign-affairs-china");
  expect(readAuthority(register, "Ministry of Fisheries", "PT")).toBe("ministry-of-fisheries-portugal");
});

test("a bureau is named after its town, and an unknown one is nobody", () => {
  expect(readBureau(register, "Fuzhou")).toBe("fuzhou-public-security-bureau");
  expect(readBureau(register, "unknown")).toBeNull();
});

test("the first dossier names no organization that is not in its list", () => {
  const names = new Set(dossier.organizations.map(({ row }) => row.name));
  const made = [...planDossier(dossier).of("organization").values()].map(({ input }) => input.name);
  expect(made.filter((name) => !names.has(name))).toEqual([]);
});

test("without a list organizations are made of what the files say", () => {
  const plan = planDossier({ ...dossier, organizations: [], places: [] });
  expect(plan.problems).toEqual([]);
  expect(plan.of("organization").has("safeguard-defenders")).toBe(true);
  expect(plan.of("organization").has("ministry-of-foreign-affairs-china")).toBe(true);
});
