import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { messages } from "@/lib/messages";
import { type Actor, ROLES, type Role } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { makeActor } from "../testing/make";
import { PARTS } from "../testing/matrix/matrix-parts";
import { FINDS, READS } from "../testing/matrix/matrix-reads";
import type { MatrixRow } from "../testing/matrix/matrix-row";
import { type MatrixWorld, makeHidden, makeShown } from "../testing/matrix/matrix-world";
import { WRITES } from "../testing/matrix/matrix-writes";
import { listEvidence } from "./evidence/evidence";
import { listStations } from "./stations/station-list";
import { saveView } from "./views/saved-views";

const ROWS: Readonly<Record<string, readonly MatrixRow[]>> = {
  ...Object.fromEntries(Object.entries(READS).map(([name, row]) => [name, [row]])),
  ...WRITES,
};
const forManagers = Object.entries(READS).filter(([, { takes }]) => may({ role: "manager" }, takes));
/** It counts what waits, whoever asks, and names nothing of it: a manager sees how the desk is doing. */
const COUNTS_HIDDEN = ["desk-figures.readDeskFigures", "desk-figures.readDeskNow"];
const actors = {} as Record<Role, Actor>;
/** What each reading function answered a manager before anything hidden was there, and afterwards. */
const answers = { before: {} as Record<string, unknown>, after: {} as Record<string, unknown> };
let world: MatrixWorld;
let hidden: Awaited<ReturnType<typeof makeHidden>>;

beforeAll(async () => {
  for (const role of ROLES) {
    actors[role] = await makeActor(role);
    const view = { list: "stations", query: "country=NL", isShared: false, isRelative: false } as const;
    await saveView(actors[role], { ...view, name: `Of a ${role}` });
  }
  world = await makeShown();
  for (const [name, { ask }] of forManagers) answers.before[name] = await ask(actors.manager, world);
  hidden = await makeHidden(world);
  for (const [name, { ask }] of forManagers) answers.after[name] = await ask(actors.manager, world);
});

/** `module.function` of everything exported from db/access that takes the actor. */
function exportedFunctions(): string[] {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(folder, file), "utf8");
    const found = source.matchAll(/^export (?:async )?(?:function (\w+)|const (\w+) = (?:async )?(?=[(<]))/gm);
    return [...found]
      .filter((match) => /\b(?:Actor|AccountKeeper)\b/.test(parametersFrom(source.slice(match.index))))
      .map(([, named, assigned]) => `${basename(file, ".ts")}.${named ?? assigned}`);
  });
}

/** The text between the first parenthesis and the one that closes it. */
function parametersFrom(text: string): string {
  let depth = 0;
  const start = text.indexOf("(");
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === "(") depth += 1;
    if (text[index] === ")") depth -= 1;
    if (depth === 0) return text.slice(start, index);
  }
  return "";
}

test("every access function that takes an actor has a row here, and every row a function", () => {
  const exported = exportedFunctions();
  expect(exported.length).toBeGreaterThan(80);
  const rows = [...Object.keys(ROWS), ...PARTS];
  expect(exported.filter((name) => !rows.includes(name))).toEqual([]);
  expect(rows.filter((name) => !exported.includes(name))).toEqual([]);
});

const article = (role: Role) => (/^[aeiou]/.test(role) ? `An ${role}` : `A ${role}`);

test.each(Object.entries(ROWS).flatMap(([name, rows]) => rows.map((row) => [name, row.takes, row] as const)))(
  "%s takes the right to %s, whoever asks",
  async (_name, takes, { ask, after }) => {
    for (const role of ROLES) {
      const asking = ask(actors[role], world);
      const missing = [after, takes].find((permission) => permission && !may({ role }, permission));
      if (!missing) await asking;
      else
        await expect(asking, role).rejects.toThrow(`${article(role)} may not ${messages.refusal.en.may[missing]}.`);
    }
  },
);

test.each(forManagers)("%s tells a manager nothing of what is not published", (name) => {
  expect(JSON.stringify(answers.after[name])).not.toMatch(/hidden/i);
  // Lists, totals, facets and figures are what they were before anything hidden was added.
  if (!COUNTS_HIDDEN.includes(name)) expect(answers.after[name]).toEqual(answers.before[name]);
});

/** What a manager sees is no less than what is published: the same questions show the desk what is hidden. */
const SHOWS_ALL_THE_SAME = [
  "corrections.listCorrectionsOf",
  "as-of-status.listStatusesAsOf",
  "station-list.listStationPoints",
];

test("the same questions show the desk what a manager does not see", async () => {
  for (const [name, { ask }] of forManagers) {
    const [all, published] = [await ask(actors.reporter, world), answers.before[name]];
    if (!SHOWS_ALL_THE_SAME.includes(name)) expect.soft(all, name).not.toEqual(published);
    expect.soft(JSON.stringify(published)?.length ?? 0, name).toBeGreaterThan(20);
  }
});

test.each(Object.entries(FINDS))("a hidden %s is not there for a manager, in any state", async (kind, find) => {
  const slugs = hidden[kind as keyof typeof FINDS];
  expect(slugs.length).toBeGreaterThan(5);
  for (const slug of slugs) {
    await expect(find(actors.manager, slug), slug).rejects.toMatchObject({ kind: "not_found" });
    await find(actors.reporter, slug);
  }
});

test("a filter can't be used to ask a manager's way to what is hidden", async () => {
  const any = (...values: string[]) => ({ any: values, without: [] });
  const totals = async (actor: Actor) => [
    (await listEvidence(actor, { publisher: any("hidden-publisher-organization") })).total,
    (await listEvidence(actor, { reliability: any("A") })).total,
    (await listEvidence(actor, { station: any(world.hidden.place) })).total,
    (await listEvidence(actor, { q: "hidden" })).total,
    (await listStations(actor, { operator: any("hidden-publisher-organization") })).total,
    (await listStations(actor, { status: any("closure_confirmed") })).total,
    (await listStations(actor, { state: any("draft") })).total,
  ];
  expect(await totals(actors.manager)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  for (const total of await totals(actors.reporter)) expect(total).toBeGreaterThan(0);
});
