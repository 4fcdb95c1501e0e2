import { listCountries } from "@/db/access/countries/countries";
import { findCountry } from "@/db/access/countries/country-file";
import { readCountryFigures } from "@/db/access/figures/country-figures";
import { readEvidenceMonths } from "@/db/access/figures/evidence-figures";
import { readKeyFigures } from "@/db/access/figures/key-figures";
import { clearCache } from "@/db/access/figures/result-cache";
import { readStatusChanges } from "@/db/access/figures/station-figures";
import { readSummary } from "@/db/access/figures/summary";
import { transaction } from "@/db/client";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvent } from "@/db/testing/make";
import { fillNewsroom } from "@/db/testing/newsroom/fill";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import type { Actor } from "@/lib/workflow/actor";
import { startBenchDatabase } from "./bench-database";
import { quantile } from "./distributions";

const COLD = 7;
const WARM = 40;
const SIZES = [1000, 10_000, 100_000, 1_000_000];
const filterOf = (query: string) => dashboardFilter.parse(new URLSearchParams(query)).value;

type Summary = {
  readonly name: string;
  readonly read: (actor: Actor) => Promise<unknown>;
  /** The plainest count of what it is mostly about. */
  readonly bare: string;
};
const BY_MONTH = "select date_trunc('month', published_from), kind, count(*) from evidence group by 1, 2";
const SUMMARIES: readonly Summary[] = [
  {
    name: "readKeyFigures",
    read: (actor) => readKeyFigures(actor, filterOf("")),
    bare: "select (select count(*) from evidence), (select count(*) from claims), (select count(*) from responses), (select count(*) from stations)",
  },
  {
    name: "readCountryFigures",
    read: (actor) => readCountryFigures(actor, filterOf("")),
    bare: "select country, desk_status, count(*) from stations group by 1, 2",
  },
  { name: "readEvidenceMonths", read: (actor) => readEvidenceMonths(actor, filterOf("")), bare: BY_MONTH },
  {
    name: "… of a period and a country",
    read: (actor) => readEvidenceMonths(actor, filterOf("from=2022-10-05&to=2023-03-20&country=IT")),
    bare: `${BY_MONTH.replace(" group", " where published_sort between '2022-10-05' and '2023-03-20' and countries @> '{IT}' group")}`,
  },
  {
    name: "… of a box (item by item)",
    read: (actor) => readEvidenceMonths(actor, filterOf("box=6,36,19,48")),
    bare: BY_MONTH,
  },
  {
    name: "readStatusSteps",
    read: (actor) => readStatusChanges(actor, filterOf("")),
    bare: "select status, as_of_sort, count(*) from status_reports group by 1, 2",
  },
  { name: "readSummary (overview)", read: readSummary, bare: "select count(*) from evidence" },
  { name: "listCountries", read: listCountries, bare: "select country, count(*) from stations group by 1" },
  {
    name: "findCountry IT",
    read: (actor) => findCountry(actor, "IT"),
    bare: "select count(*) from claims where country = 'IT'",
  },
];

/** Milliseconds; not a number where the database's own limit for a statement was passed. */
type Times = { readonly cold: number; readonly warm: number; readonly bare: number };

await runCommand(async () => {
  const { server } = await startBenchDatabase("charts", { durable: false });
  const [reader, approver] = [await makeActor("reporter"), await makeActor("editor")];
  const superuser = openSuperuser(server.superuserUrl());
  onExit(() => superuser.end());

  console.log(
    `Milliseconds, medians: right after a write (n = ${COLD}), again (n = ${WARM}), the bare SQL (n = ${COLD});`,
  );
  console.log("and how much longer each takes than with the first number of items");
  let first: Map<string, Times> | undefined;
  for (const [index, size] of SIZES.entries()) {
    const started = performance.now();
    await fillNewsroom(superuser, { writer: reader.id, approver: approver.id }, size, SIZES[index - 1]);
    console.log(`\nFilled in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    const times = await measureAll(reader, `${size} items`, first);
    first ??= times;
  }
  return 0;
});

async function measureAll(reader: Actor, scale: string, first?: Map<string, Times>): Promise<Map<string, Times>> {
  clearCache();
  const found = new Map<string, Times>();
  console.log(
    `\n${scale}`.padEnd(32) + ["cold", "warm", "bare SQL", "growth"].map((word) => word.padStart(10)).join(""),
  );
  for (const summary of SUMMARIES) {
    const times = await measure(reader, summary);
    found.set(summary.name, times);
    const base = first?.get(summary.name) ?? times;
    const numbers = [times.cold, times.warm, times.bare].map((took) => took.toFixed(took < 10 ? 2 : 1).padStart(10));
    const growth = (["cold", "warm", "bare"] as const).map((part) => `${(times[part] / base[part]).toFixed(1)}x`);
    console.log(`${summary.name.padEnd(31)}${numbers.join("")}    ${growth.join(" / ")}`);
  }
  return found;
}

async function measure(reader: Actor, { read, bare }: Summary): Promise<Times> {
  const time = async (work: () => PromiseLike<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const times = async (count: number, work: () => PromiseLike<unknown>, before?: () => Promise<unknown>) => {
    const all: number[] = [];
    for (let n = 0; n < count; n += 1) {
      await before?.();
      all.push(await time(work));
    }
    return quantile(all, 0.5);
  };
  const isReadable = await Promise.resolve(read(reader)).then(
    () => true,
    () => false,
  );
  if (!isReadable) return { cold: Number.NaN, warm: Number.NaN, bare: Number.NaN };
  return {
    cold: await times(
      COLD,
      () => read(reader),
      () => makeEvent(reader),
    ),
    warm: await times(WARM, () => read(reader)),
    bare: await times(COLD, () => transaction((tx) => tx.execute(bare), { limit: 60_000 })),
  };
}
