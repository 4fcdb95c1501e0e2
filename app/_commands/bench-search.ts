import { parseArgs } from "node:util";
import { answerQuestion } from "@/app/(desk)/search/answer-question";
import { readSearchWords } from "@/db/access/search/search-words";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { openSuperuser } from "@/db/testing/databases";
import { makeActor, makeEvent } from "@/db/testing/make";
import { fillFileTexts } from "@/db/testing/newsroom/file-texts";
import { fillNewsroom } from "@/db/testing/newsroom/fill";
import { wordOfRank } from "@/db/testing/newsroom/words";
import type { Actor } from "@/lib/workflow/actor";
import { startBenchDatabase } from "./bench-database";
import { quantile } from "./distributions";
import { cpuOfPostgres } from "./postgres-cpu";

const [TIMES, ROUNDS] = [20, 3];
/** What the figures are held against: beside a plain word, and beside a tenth of the items. */
const [MOST_BESIDE_PLAIN, MOST_GROWTH] = [2, 1.5];
/** Milliseconds below which a ratio says nothing. */
const NOISE = 3;

const ranks = (language: string, first: number) => [0, 1, 2, 3].map((more) => wordOfRank(language, first + more));
const [plain, rare, cjk] = [ranks("en", 300), ranks("en", 9000), ranks("zh", 300)];
/** Each kind with a few questions, so that none of them is the one that happens to be quick. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "plain word": plain,
  "rare word": rare,
  "two words": plain.map((word, n) => `${word} ${wordOfRank("en", 340 + n)}`),
  phrase: plain.map((_, n) => `"${wordOfRank("en", 4 + n)} ${wordOfRank("en", n)}"`),
  "-not": plain.map((word, n) => `${word} -${wordOfRank("en", n)}`),
  prefix: plain.map((word) => word.slice(0, 3)),
  CJK: cjk,
  "typing slip": plain.map((_, n) => `${wordOfRank("en", 2 + n).slice(0, 3)}q${wordOfRank("en", 2 + n).slice(4)}`),
  "word that is nowhere": ["xyzzyqua", "qwrtplk", "zzyzxq", "jqjqjxw"],
  "very frequent word": ranks("en", 0),
  "frequent Chinese word": ranks("zh", 0),
};

type Cost = { readonly site: number; readonly database: number; readonly took: number };
const sum = ({ site, database }: Cost) => site + database;

/** What the search costs over files' texts, by kind of question, with some items and with more. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { items: { type: "string", default: "10000,100000" } } });
  const sizes = values.items.split(",").map(Number);
  if (sizes.some((size, index) => !(size >= 1000 && size > (sizes[index - 1] ?? 0)))) {
    throw new ReadableError("--items takes growing numbers from 1000 upwards, with commas between them.");
  }
  const { server } = await startBenchDatabase("search", { durable: false });
  const [reader, approver] = [await makeActor("reporter"), await makeActor("editor")];
  const superuser = openSuperuser(server.superuserUrl());
  onExit(() => superuser.end());
  const measured: Map<string, Cost>[] = [];
  for (const [index, size] of sizes.entries()) {
    const started = performance.now();
    await fillNewsroom(superuser, { writer: reader.id, approver: approver.id }, size, sizes[index - 1]);
    await fillFileTexts(superuser, reader.id, sizes[index - 1] ?? 0, size);
    await readSearchWords({ anew: true, most: Number.POSITIVE_INFINITY });
    await makeEvent(reader);
    console.log(`${size} items with a file each; filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const costs = await measureAll(reader, server.pid);
    measured.push(costs);
  }
  return printCosts(sizes, measured);
});

async function measureAll(reader: Actor, postmaster: number): Promise<Map<string, Cost>> {
  const found = new Map<string, Cost>();
  for (const [name, questions] of Object.entries(ASKED))
    found.set(name, await measure(reader, questions, postmaster));
  return found;
}

async function measure(reader: Actor, questions: readonly string[], postmaster: number): Promise<Cost> {
  const ask = (query: string) => answerQuestion(reader, { query, isExact: false });
  for (const query of questions) await ask(query);
  const all: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [cpu, database, started] = [process.cpuUsage(), await cpuOfPostgres(postmaster), performance.now()];
    for (let n = 0; n < TIMES; n += 1) await ask(questions[n % questions.length] ?? "");
    const { user, system } = process.cpuUsage(cpu);
    all.push({
      site: (user + system) / 1000 / TIMES,
      took: (performance.now() - started) / TIMES,
      database: ((await cpuOfPostgres(postmaster)) - database) / TIMES,
    });
  }
  const middle = quantile(all.map(sum), 0.5);
  return all.find((one) => sum(one) === middle) ?? (all[0] as Cost);
}

/** @returns 1 when a ratio is above its aim */
function printCosts(sizes: readonly number[], measured: readonly Map<string, Cost>[]): number {
  console.log("\nCPU milliseconds of a question, the application's + the database's; beside a plain word; growth");
  console.log("".padEnd(24) + sizes.map((size) => `${size} items`.padStart(26)).join("") + "growth".padStart(10));
  let isOver = false;
  for (const name of Object.keys(ASKED)) {
    const ratio = (one?: Cost, other?: Cost) =>
      Math.max(NOISE, one ? sum(one) : 0) / Math.max(NOISE, other ? sum(other) : 0);
    const beside = measured.map((costs) => ratio(costs.get(name), costs.get("plain word")));
    const growth = ratio(measured.at(-1)?.get(name), measured[0]?.get(name));
    const cells = measured.map((costs, index) => {
      const { site = 0, database = 0 } = costs.get(name) ?? {};
      return `${site.toFixed(1)} + ${database.toFixed(1)}  ${beside[index]?.toFixed(2)} x`.padStart(26);
    });
    const isHere = growth > MOST_GROWTH || beside.some((one) => one > MOST_BESIDE_PLAIN);
    isOver ||= isHere;
    console.log(
      `${name.padEnd(24)}${cells.join("")}${`${growth.toFixed(2)} x`.padStart(10)}${isHere ? "  over" : ""}`,
    );
  }
  return isOver ? 1 : 0;
}
