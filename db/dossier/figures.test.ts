import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { findCountry } from "../access/countries/country-file";
import { readCountryFigures } from "../access/figures/country-figures";
import { readEvidenceMonths } from "../access/figures/evidence-figures";
import { readKeyFigures } from "../access/figures/key-figures";
import { readStatusChanges } from "../access/figures/station-figures";
import { readSummary } from "../access/figures/summary";
import { openFirstDossier } from "../testing/first-dossier";
import { makeActor } from "../testing/make";
import { FIRST_DOSSIER } from "./load";

// Every number is counted here straight from the files, by code that knows nothing of how the product counts.

type Row = Readonly<Record<string, string>> & { readonly id: string };
const read = (name: string): Row[] =>
  parse(readFileSync(join(FIRST_DOSSIER, `${name}.csv`)), { columns: true, bom: true }) as Row[];
const [sources, stations, claims, responses, events] = (
  ["sources", "stations", "claims", "official_responses", "events"] as const
).map(read) as [Row[], Row[], Row[], Row[], Row[]];
const held = new Set(read("hold").map(({ id }) => id));
const listed = (cell = "") =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const tally = <T>(rows: readonly T[], keyOf: (row: T) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
};
const counted = <T extends { count: number }>(rows: readonly T[], keyOf: (row: T) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + row.count;
  return counts;
};

const homeOf = (id: string) => stations.find((station) => station.id === id)?.country_iso2;
/** Countries about which an authority, the host's own or Beijing's, said something: rule 7 lets their stations out. */
const answeredIn = new Set(
  responses
    .filter(({ id }) => !held.has(id))
    .flatMap((row) => [row.country_iso2, ...listed(row.station_ids).map(homeOf)]),
);

/** The files as somebody sees them: the desk all, others what is neither held back nor waits for an answer. */
function seenBy(who: "desk" | "public") {
  const isOut = (row: Row) => !held.has(row.id) && (!row.id.startsWith("st-") || answeredIn.has(row.country_iso2));
  const seen = (rows: readonly Row[]) => rows.filter((row) => who === "desk" || isOut(row));
  const about = new Map<string, Set<string>>();
  const note = (ids: readonly string[], country: string | undefined) => {
    for (const id of ids) if (country) about.set(id, (about.get(id) ?? new Set()).add(country));
  };
  // A source is about the countries of all that cites it, also of what is held back: that is what it says.
  for (const row of stations) note(listed(row.source_ids), row.country_iso2);
  for (const row of claims) note(listed(row.source_id), row.country_iso2);
  for (const row of events) note(listed(row.source_ids), row.country_iso2);
  for (const row of responses) {
    const cited = [...listed(row.source_id), ...listed(row.corroborating_source_ids)];
    const hosts = listed(row.station_ids).map(homeOf);
    for (const country of row.country_iso2 === "CN" ? hosts : [row.country_iso2]) note(cited, country);
  }
  return {
    stations: seen(stations),
    published: stations.filter(isOut),
    claims: seen(claims),
    responses: seen(responses),
    sources: seen(sources),
    sourcesOn: (country: string) => seen(sources).filter(({ id }) => about.get(id)?.has(country)),
  };
}

const everything = dashboardFilter.absent;
const actors = {} as Record<"desk" | "public", Actor>;
beforeAll(async () => {
  await openFirstDossier();
  actors.desk = await makeActor("reporter");
  actors.public = await makeActor("manager");
});

const READERS = ["desk", "public"] as const;

describe.each(READERS)("what the %s sees of the whole dossier", (who) => {
  const seen = seenBy(who);

  test("stations by status, published ones, and their countries", async () => {
    const summary = await readSummary(actors[who]);
    const key = await readKeyFigures(actors[who], everything);
    for (const figures of [summary.stations, key.stations]) {
      expect(figures).toMatchObject({
        total: seen.stations.length,
        published: seen.published.length,
        countries: new Set(seen.stations.map((row) => row.country_iso2)).size,
      });
      expect(counted(figures.byStatus, ({ status }) => status)).toEqual(
        tally(seen.stations, (row) => String(row.status)),
      );
    }
    expect(counted(summary.stations.byStatus, ({ country, status }) => `${country} ${status}`)).toEqual(
      tally(seen.stations, (row) => `${row.country_iso2} ${String(row.status)}`),
    );
    const { steps, undated } = await readStatusChanges(actors[who], everything);
    const dated = seen.stations.filter((row) => row.first_reported_on !== "");
    expect(undated).toBe(seen.stations.length - dated.length);
    expect(counted(steps.at(-1)?.counts ?? [], ({ status }) => status)).toEqual(
      tally(dated, (row) => String(row.status)),
    );
  });

  test("responses by what they are and by whose government gave them", async () => {
    const summary = await readSummary(actors[who]);
    const key = await readKeyFigures(actors[who], everything);
    const kinds = tally(seen.responses, (row) => String(row.response_type));
    for (const { total, byKind } of [summary.responses, key.responses]) {
      expect(total).toBe(seen.responses.length);
      expect(counted(byKind, ({ kind }) => kind)).toEqual(kinds);
    }
    expect(counted(summary.responses.byCountry, ({ country }) => country ?? "")).toEqual(
      tally(seen.responses, (row) => String(row.country_iso2)),
    );
    const ofKinds = (...names: string[]) => names.reduce((sum, name) => sum + (kinds[name] ?? 0), 0);
    expect(key.responses).toMatchObject({
      denied: ofKinds("denial", "partial_denial"),
      noComment: ofKinds("no_comment", "no_response"),
      acted: ofKinds(
        ...["closure_order", "investigation_opened", "investigation_concluded"],
        ...["arrests_or_charges", "action_taken"],
      ),
    });
    expect(key.replies).toEqual({
      ...{ asked: 0, answered: 0, declined: 0, medianDays: null },
      rate: { answered: 0, asked: 0 },
    });
  });

  test("evidence by month, kind and language; a year is no month", async () => {
    const summary = await readSummary(actors[who]);
    const key = await readKeyFigures(actors[who], everything);
    const months = await readEvidenceMonths(actors[who], everything);
    const monthOf = (row: Row) => (/^\d{4}-\d{2}/.exec(row.published_on ?? "") ?? [""])[0];
    const whole = seen.sources.filter((row) => monthOf(row) !== "");
    for (const total of [summary.evidence.total, key.evidence.total, months.total]) {
      expect(total).toBe(seen.sources.length);
    }
    const wanted = {
      coarser: seen.sources.filter((row) => /^\d{4}$/.test(row.published_on ?? "")).length,
      undated: seen.sources.filter((row) => row.published_on === "").length,
    };
    expect(months).toMatchObject(wanted);
    expect(summary.evidence).toMatchObject(wanted);
    const present = months.months.filter(({ count }) => count > 0);
    expect(counted(present, ({ month }) => month)).toEqual(tally(whole, monthOf));
    const kinds: Record<string, string> = {
      ngo_report: "report",
      news_article: "article",
      government_statement: "statement",
      encyclopedia: "reference",
    };
    expect(counted(months.byKind, ({ month, kind }) => `${month} ${kind}`)).toEqual(
      tally(whole, (row) => `${monthOf(row)} ${kinds[String(row.kind)] ?? row.kind}`),
    );
    expect(counted(months.byLanguage, ({ month, language }) => `${month} ${language}`)).toEqual(
      tally(whole, (row) => `${monthOf(row)} ${String(row.language).split("/")[0]}`),
    );
  });

  test("the figures claimed worldwide stand side by side: 102, 104, 110 and more than 100", async () => {
    const summary = await readSummary(actors[who]);
    const { claimed } = await readKeyFigures(actors[who], everything);
    const own = claims.filter((row) => row.scope === "global" && row.subject === "station_count");
    const values = own.filter((row) => row.value_number !== "").map((row) => Number(row.value_number));
    for (const range of [summary.claimed, claimed]) {
      expect(new Set(range?.marks.map(({ value }) => value))).toEqual(new Set(values));
      expect(range).toMatchObject({ documented: seen.published.length, lowest: 100, highest: 110 });
      expect(range?.marks.map(({ value }) => value)).not.toContain(values.reduce((sum, value) => sum + value, 0));
    }
    expect(claimed?.of).toBe("world");
    const marks = claimed?.marks.map(({ value, bound, claimants, relayedBy, asOf, standing }) =>
      [
        ...[bound === "exactly" ? "" : bound, value, standing ? "stands" : "earlier", asOf?.edtf],
        ...[claimants.map(({ name }) => name).join(" and "), relayedBy ? `by way of ${relayedBy.name}` : ""],
      ]
        .filter((part) => part !== "")
        .join(" "),
    );
    expect(marks).toEqual(WORLDWIDE);
    for (const mark of claimed?.marks ?? []) {
      const row = claims.find(({ id }) => id === mark.claims[0]?.slug);
      expect([Number(row?.value_number), row?.asserted_on]).toEqual([mark.value, mark.asOf?.edtf]);
    }
  });

  test.each(["IT", "NL", "CA"])("the page of %s", async (country) => {
    const file = await findCountry(actors[who], country);
    const [figure] = (
      await readCountryFigures(actors[who], { ...everything, country: { any: [country], without: [] } })
    ).countries;
    const here = (rows: readonly Row[]) => rows.filter((row) => row.country_iso2 === country);
    expect(figure).toMatchObject({
      country,
      coverage: "reported",
      claims: here(seen.claims).length,
      evidence: seen.sourcesOn(country).length,
      stations: { total: here(seen.stations).length, published: here(seen.published).length },
      government: { responses: here(seen.responses).length, asked: 0, medianDays: null },
    });
    expect(file).toMatchObject({
      coverage: "reported",
      totals: { claims: here(seen.claims).length, evidence: seen.sourcesOn(country).length },
    });
    expect(file.stations).toHaveLength(here(seen.stations).length);
    expect(counted(figure?.stations.byStatus ?? [], ({ status }) => status)).toEqual(
      tally(here(seen.stations), (row) => String(row.status)),
    );
    expect(counted(figure?.government.byKind ?? [], ({ kind }) => kind)).toEqual(
      tally(here(seen.responses), (row) => String(row.response_type)),
    );
    expect(file.responses.filter(({ authority }) => authority?.country === country)).toHaveLength(
      here(seen.responses).length,
    );
    const counts = here(seen.claims).filter((row) => row.scope === "country" && row.subject === "station_count");
    expect(file.counts.map(({ slug, value, asOf }) => [slug, value, asOf?.edtf]).sort()).toEqual(
      counts.map((row) => [row.id, Number(row.value_number), row.asserted_on]).sort(),
    );
    for (const range of [figure?.claimed, file.claimed]) {
      expect(range?.documented).toBe(here(seen.published).length);
      const marks = range?.marks.map(({ value, claimants, relayedBy, asOf, standing }) =>
        [
          ...[value, standing ? "stands" : "earlier", asOf?.edtf, claimants.map(({ name }) => name).join(" and ")],
          ...(relayedBy ? ["by way of", relayedBy.name] : []),
        ].join(" "),
      );
      expect(marks).toEqual(CLAIMED[country as keyof typeof CLAIMED]);
    }
  });
});

/** Read from the files by a person. */
const WORLDWIDE = [
  "54 earlier 2022-09 Safeguard Defenders",
  "54 earlier 2022-10-20 Safeguard Defenders by way of Newsweek",
  "at_least 100 stands 2022-12 Safeguard Defenders",
  "102 stands 2022-12-05 Safeguard Defenders",
  "104 stands 2022-12 Safeguard Defenders by way of taz",
  "110 stands 2022-12-07 Safeguard Defenders by way of The Jerusalem Post",
  "110 stands 2022-12-15 French Senate",
  "at_least 110 earlier 2022-10 Safeguard Defenders by way of WNP.pl",
];
const CLAIMED = {
  IT: [
    "1 stands 2022-12-07 Ministry of the Interior (Italy)",
    "4 earlier 2022-09 Safeguard Defenders",
    "11 stands 2022-12-05 Safeguard Defenders",
  ],
  NL: [
    "2 stands 2022-10 RTL Nieuws and Follow the Money",
    "2 stands 2022-10-25 RTL Nieuws and Follow the Money by way of NRC",
  ],
  CA: [
    "3 stands 2022-09 Safeguard Defenders",
    "5 stands 2022-12 Chinascope",
    "8 stands 2023-04-27 House of Commons of Canada",
  ],
};
