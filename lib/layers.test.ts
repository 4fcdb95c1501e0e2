import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

/** architecture.md: lib knows nothing, db knows lib, components know lib, app knows everyone. */
const LAYERS = ["app", "components", "lib", "db", "e2e"] as const;
type Layer = (typeof LAYERS)[number];

/** The rooms of lib in the order of their imports: a room may import only rooms of an earlier step. */
const ROOMS = [
  ["messages"],
  ["text"],
  ["dates"],
  ["records"],
  ["workflow", "history"],
  ["captures"],
  ["filters"],
  ["figures", "timeline"],
  ["charts"],
  ["map"],
  ["feeds"],
] as const;
/** The only packages that lib may import, beside those that its tests are written with. */
const LIB_PACKAGES = [
  "csv-parse/sync",
  "csv-stringify/sync",
  "d3-geo",
  "d3-time",
  "diff",
  "edtf",
  "kdbush",
  "node:crypto",
  "tinyqueue",
  "use-intl/core",
  "use-intl/format-message",
  "use-intl/format-message/format-only",
  "zod",
];
const TEST_PACKAGES = /^(?:vitest|fast-check|node:.*)$/;

/** Packages are named as in gitignore: a name stands for what is below it too, and `*` for every one. */
type Rule = {
  readonly layers: readonly Layer[];
  readonly refused: readonly string[];
  readonly allowed?: readonly string[];
};
const RULES: Record<Layer, Rule> = {
  lib: { layers: [], refused: ["*"], allowed: LIB_PACKAGES },
  db: {
    layers: ["lib"],
    refused: ["next", "next-auth", "react", "react-dom", "recharts", "@tanstack/*", "#translations"],
  },
  components: {
    layers: ["lib"],
    refused: ["drizzle-orm", "postgres", "next-auth", "node:*"],
    allowed: ["next-auth/react"],
  },
  app: { layers: ["lib", "db", "components"], refused: ["drizzle-orm", "postgres"] },
  e2e: { layers: ["lib"], refused: ["react", "next", "drizzle-orm", "postgres"] },
};
/** What else of another layer may be imported; of db/access by components its types alone. */
const BESIDE: Partial<Record<Layer, string>> = { app: "e2e/tasks", components: "db/access", e2e: "db/testing" };
const CREATES_ACTORS =
  /^(?:app\/_server\/(?:session|feed-reader)\.ts|db\/access\/views\/view-alerts\.ts|db\/dossier\/.*|db\/testing\/.*)$/;
const LONGEST_PAGE = 60;

type Import = { readonly from: string; readonly isType: boolean };
type Source = {
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly imports: readonly Import[];
};

const root = resolve(import.meta.dirname, "..");
const IMPORTS =
  /^(?:import|export)\s+(type\s)?(?:[^"';]*?\bfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

const importsOf = (text: string): Import[] =>
  [...text.matchAll(IMPORTS)].map(([, type, from, lazy]) => ({
    from: from ?? lazy ?? "",
    isType: type !== undefined,
  }));

function sourcesIn(layer: Layer): Source[] {
  const folder = join(root, layer);
  let names: string[] = [];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { path: posix.join(layer, name.split(sep).join("/")), layer, text, imports: importsOf(text) };
    });
}

/** What Next.js wants at the root belongs to app. */
const AT_ROOT = ["proxy.ts", "instrumentation.ts"];
const rootSources = AT_ROOT.map((path): Source => {
  const text = readFileSync(join(root, path), "utf8");
  return { path, layer: "app", text, imports: importsOf(text) };
});
/** Tests of the whole tree, which belong to no room. */
const OF_THE_TREE = ["lib/layers.test.ts", "lib/clocks.test.ts", "lib/docs.test.ts"];
const sources = [...LAYERS.flatMap(sourcesIn), ...rootSources].filter(({ path }) => !OF_THE_TREE.includes(path));
const paths = new Set(sources.map((source) => source.path));
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The path of a file of ours without its extension, or null for a package. */
function ownPath(importer: string, from: string): string | null {
  if (from.startsWith("@/")) return from.slice(2);
  if (!from.startsWith(".")) return null;
  return relative(root, resolve(root, dirname(importer), from))
    .split(sep)
    .join("/");
}
const fileOf = (path: string) =>
  [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`].find((name) => paths.has(name)) ??
  null;

const isNamed = (name: string, from: string) =>
  name.endsWith("*") ? from.startsWith(name.slice(0, -1)) : from === name || from.startsWith(`${name}/`);
const isRefused = ({ refused, allowed = [] }: Rule, from: string) =>
  refused.some((name) => isNamed(name, from)) && !allowed.includes(from);

function wrongArrow(source: Source, { from, isType }: Import): boolean {
  const own = ownPath(source.path, from);
  const rule = RULES[source.layer];
  if (own === null) return isRefused(rule, from) && !(isTest(source.path) && TEST_PACKAGES.test(from));
  const target = LAYERS.find((layer) => own.startsWith(`${layer}/`));
  if (target === undefined || target === source.layer) return false;
  const beside = BESIDE[source.layer];
  if (beside && own.startsWith(`${beside}/`)) return source.layer === "components" && !isType;
  return !rule.layers.includes(target);
}

test("no file imports what its layer may not know", () => {
  const wrong = sources.flatMap((source) =>
    source.imports.filter((one) => wrongArrow(source, one)).map((one) => `${source.path} → ${one.from}`),
  );
  expect(wrong).toEqual([]);
});

const stepOf = (path: string) => ROOMS.findIndex((rooms) => rooms.some((room) => path.startsWith(`lib/${room}/`)));

test("every file of lib stands in a room, and a room imports only rooms before its own", () => {
  const inLib = sources.filter(({ layer }) => layer === "lib");
  expect(inLib.filter(({ path }) => stepOf(path) < 0).map(({ path }) => path)).toEqual([]);
  const wrong = inLib.flatMap(({ path, imports }) =>
    imports.flatMap(({ from }) => {
      const target = fileOf(ownPath(path, from) ?? "");
      if (!target || target.split("/")[1] === path.split("/")[1] || stepOf(target) < stepOf(path)) return [];
      return `${path} → ${target}`;
    }),
  );
  expect(wrong).toEqual([]);
});

/** The borders that Biome can say, so that they stand in the editor too: an override for each layer and each room of lib. */
function bordersInBiome() {
  const override = (folder: string, group: readonly string[]) => ({
    includes: [`${folder}/**`],
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: {
              patterns: [{ group, message: "lib/layers.test.ts says what a layer and a room may import." }],
            },
          },
        },
      },
    },
  });
  const packages = ({ refused, allowed = [] }: Rule, isLib: boolean) => [
    ...refused.flatMap((name) => (name.endsWith("*") ? [`${name}`, `${name}/**`] : [name, `${name}/**`])),
    // Biome does not tell a test from its subject here.
    ...(isLib ? ["./**", "../**", "vitest", "fast-check", "node:*"] : []).map((name) => `!${name}`),
    ...allowed.map((name) => `!${name}`),
  ];
  const layers = LAYERS.filter((layer) => layer !== "lib").map((layer) => {
    const rule = RULES[layer];
    const others = LAYERS.filter((other) => other !== layer && !rule.layers.includes(other));
    const beside = BESIDE[layer];
    return override(layer, [
      ...packages(rule, false).filter((name) => !name.startsWith("node:")),
      ...others.map((other) => `@/${other}/**`),
      ...(beside ? [`!@/${beside}/**`] : []),
    ]);
  });
  const rooms = ROOMS.flatMap((step, index) =>
    step.map((room) => {
      const beyond = ROOMS.slice(index)
        .flat()
        .filter((other) => other !== room);
      return override(`lib/${room}`, [...packages(RULES.lib, true), ...beyond.map((other) => `../${other}/**`)]);
    }),
  );
  return [...layers, ...rooms];
}

test("biome.json says the same borders", () => {
  const { overrides } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  expect(overrides).toEqual(bordersInBiome());
});

test("db/access keeps a core of at most twelve files at its top", () => {
  const core = sources.filter(({ path }) => /^db\/access\/[^/]+$/.test(path));
  expect(core.length).toBeLessThanOrEqual(12);
});

test("no imports run in a circle, those of types neither", () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap(({ from }) => fileOf(ownPath(path, from) ?? "") ?? []),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!done.has(path)) for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

test("only the session, the feeds, the alerts, the dossier loader and the test makers create an actor", () => {
  const casts = sources.filter(
    ({ path, text }) => /\bas (?:unknown as )?Actor\b/.test(text) && !CREATES_ACTORS.test(path),
  );
  expect(casts.map(({ path }) => path)).toEqual([]);
});

test("lib reads neither the clock, nor chance, nor the environment", () => {
  const impure = sources.filter(
    ({ layer, path, text }) =>
      layer === "lib" && !isTest(path) && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/.test(text),
  );
  expect(impure.map(({ path }) => path)).toEqual([]);
});

/** What writes a date in the machine's own zone, or in one of its own choice. */
const WRITES_DATES =
  /\bIntl\.DateTimeFormat\b|\.toLocale(?:Date|Time)?String\(|\.to(?:Date|Time)String\(|\.dateTime(?:Range)?\(|\.get(?:FullYear|Month|Date|Day|Hours|Minutes)\(/;
/** Beside lib/dates: what asks in which zone the machine is. */
const ASKS_ZONE = "db/newsroom.ts";

test("days and instants are written by lib/dates alone, which asks for the zone", () => {
  const others = sources.filter(({ path, text }) => !isTest(path) && WRITES_DATES.test(text));
  expect(others.map(({ path }) => path).filter((path) => !path.startsWith("lib/dates/"))).toEqual([ASKS_ZONE]);
});

test("app and components hold no SQL and know no table", () => {
  const outside = sources.filter(({ layer, path }) => (layer === "app" || layer === "components") && !isTest(path));
  const wrong = outside.filter(
    ({ text, imports }) => /\bsql`/.test(text) || imports.some(({ from }) => /(?:^|\/)db\/schema(?:\/|$)/.test(from)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test("a page composes: it is at most sixty lines long", () => {
  const long = sources.filter(
    ({ path, text }) => path.endsWith("/page.tsx") && text.trimEnd().split("\n").length > LONGEST_PAGE,
  );
  expect(long.map(({ path }) => path)).toEqual([]);
});

test("imports are found in every form that they are written in", () => {
  const text = [
    'import a from "a";',
    'import type { B } from "b";',
    'import {\n  c,\n  type D,\n} from "c";',
    'export { e } from "e";',
    'import "f";',
    'const g = await import("g");',
  ].join("\n");
  expect(importsOf(text).map(({ from, isType }) => from + (isType ? " (type)" : ""))).toEqual([
    "a",
    "b (type)",
    "c",
    "e",
    "f",
    "g",
  ]);
});
