import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Actor } from "@/lib/actor";
import { scopeFilter } from "@/lib/scope-filter";
import { listCountries } from "../access/countries";
import { readCountryFigures } from "../access/country-figures";
import { findCountry } from "../access/country-file";
import { readEvidenceMonths } from "../access/evidence-figures";
import { forgetKept } from "../access/kept";
import { readKeyFigures } from "../access/key-figures";
import { readStatusSteps } from "../access/station-figures";
import { readSummary } from "../access/summary";
import { closeDatabase, db } from "../client";
import { FIRST_DOSSIER, loadDossier } from "../dossier/load";
import { startEmbedded } from "../embedded/server";
import { migrate } from "../migrate";
import { openSuperuser } from "../testing/databases";
import { makeActor, makeEvent } from "../testing/make";
import { ScaledDossier } from "../testing/scaled-dossier";
import { quantile } from "./distributions";
import { atEnd, live } from "./lifetime";
import { benchChartPages } from "./pages-at-scale";

const COLD = 7;
const WARM = 40;
const MILLION = 1_000_000;
const scope = (query: string) => scopeFilter.parse(new URLSearchParams(query)).value;

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
    read: (actor) => readKeyFigures(actor, scope("")),
    bare: "select (select count(*) from evidence), (select count(*) from claims), (select count(*) from responses), (select count(*) from stations)",
  },
  {
    name: "readCountryFigures",
    read: (actor) => readCountryFigures(actor, scope("")),
    bare: "select country, desk_status, count(*) from stations group by 1, 2",
  },
  { name: "readEvidenceMonths", read: (actor) => readEvidenceMonths(actor, scope("")), bare: BY_MONTH },
  {
    name: "… of a period and a country",
    read: (actor) => readEvidenceMonths(actor, scope("from=2022-10-05&to=2023-03-20&country=IT")),
    bare: `${BY_MONTH.replace(" group", " where published_sort between '2022-10-05' and '2023-03-20' and countries @> '{IT}' group")}`,
  },
  {
    name: "… of a box (item by item)",
    read: (actor) => readEvidenceMonths(actor, scope("box=6,36,19,48")),
    bare: BY_MONTH,
  },
  {
    name: "readStatusSteps",
    read: (actor) => readStatusSteps(actor, scope("")),
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

type Times = { readonly cold: number; readonly warm: number; readonly bare: number };

await live(async () => {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-charts-"));
  // As root the database runs as another account, which must pass through.
  await chmod(folder, 0o711);
  const server = await startEmbedded({ dataDir: folder, durable: false });
  atEnd(() => server.destroy());
  process.env.DATABASE_URL = server.url();
  await migrate(server.url());
  atEnd(() => closeDatabase());
  await loadDossier({ folder: FIRST_DOSSIER });
  const reader = await makeActor("reporter");
  const superuser = openSuperuser(server.superuserUrl());
  atEnd(() => superuser.end());

  const dossier = await ScaledDossier.of(superuser);
  const found: [string, Map<string, Times>][] = [["1 x", await measureAll(reader)]];
  const grown = async (name: string, grow: () => Promise<void>) => {
    const started = performance.now();
    await grow();
    console.log(`Grown to ${name} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    found.push([name, await measureAll(reader)]);
  };
  await grown("10 x", () => dossier.growTo(10));
  await grown("100 x", () => dossier.growTo(100));
  await grown("1,000,000 items", () => dossier.growEvidenceTo(MILLION));
  tell(found);
  if (process.argv.includes("--pages")) await benchChartPages();
  return 0;
});

async function measureAll(reader: Actor): Promise<Map<string, Times>> {
  forgetKept();
  const found = new Map<string, Times>();
  for (const summary of SUMMARIES) found.set(summary.name, await measure(reader, summary));
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
  await read(reader);
  return {
    cold: await times(
      COLD,
      () => read(reader),
      () => makeEvent(reader),
    ),
    warm: await times(WARM, () => read(reader)),
    bare: await times(COLD, () => db.execute(bare)),
  };
}

function tell(found: readonly (readonly [string, Map<string, Times>])[]): void {
  const number = (milliseconds: number) => milliseconds.toFixed(milliseconds < 10 ? 2 : 1).padStart(9);
  const first = found[0]?.[1];
  console.log(
    `\nMilliseconds, medians: right after a write (n = ${COLD}), again (n = ${WARM}), the bare SQL (n = ${COLD});`,
  );
  console.log("and how much longer each takes than at 1 x\n");
  for (const { name } of SUMMARIES) {
    console.log(name);
    for (const [scale, times] of found) {
      const [own, base] = [times.get(name), first?.get(name)];
      if (!own || !base) continue;
      const growth = (["cold", "warm", "bare"] as const).map((part) => `${(own[part] / base[part]).toFixed(1)}x`);
      console.log(
        `  ${scale.padEnd(16)} cold ${number(own.cold)}  warm ${number(own.warm)}  bare ${number(own.bare)}   growth ${growth.join(" / ")}`,
      );
    }
  }
}
