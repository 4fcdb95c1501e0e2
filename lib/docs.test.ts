import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

const papers = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => posix.join("docs", name.replaceAll("\\", "/"))),
];
const { scripts, engines } = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
/** What npm itself runs without a script's name behind it. */
const OF_NPM = ["ci", "install", "rebuild"];

const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
  .map(({ name }) => name);

/** The paths of this repository that a paper names: in backticks from the root, in links from the paper's folder. */
function pathsIn(paper: string): string[] {
  const text = read(paper).replace(/^```[\s\S]*?^```/gm, "");
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = ""]) => path);
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, href = ""]) => href.split("#")[0] ?? "")
    .filter((href) => href !== "" && !/^[a-z]+:/.test(href))
    .map((href) => posix.join(dirname(paper), href));
  const own = quoted.filter(
    (path) => folders.some((folder) => path.startsWith(`${folder}/`)) && !/[<>*…{}]/.test(path),
  );
  return [...own, ...linked];
}

test("every path of the repository that a paper names is there", () => {
  const named = papers.flatMap((paper) => pathsIn(paper).map((path) => ({ paper, path })));
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

test("every command that a paper names is one of package.json", () => {
  const named = papers.flatMap((paper) =>
    [...read(paper).matchAll(/(?<=^|`|&& )npm (?:run ([\w:-]+)|(\w+))/gm)].map(([, script, short]) => ({
      paper,
      name: script ?? short ?? "",
    })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ name }) => !(name in scripts) && !OF_NPM.includes(name))).toEqual([]);
});

test("the rooms of lib are those of the papers, in the order that their test holds", () => {
  const listed = [...read("docs/architecture.md").matchAll(/^\d+\. `lib\/(\w+)`/gm)].map(([, room]) => room);
  const there = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...listed].sort()).toEqual(there.map(({ name }) => name).sort());
  const [, steps = ""] = /const ROOMS = \[([\s\S]*?)\] as const/.exec(read("lib/layers.test.ts")) ?? [];
  expect(listed).toEqual([...steps.matchAll(/"(\w+)"/g)].map(([, room]) => room));
});

test("the page of the architecture is short enough to be read", () => {
  expect(read("docs/architecture.md").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});

test("package.json, .nvmrc and the papers name the same Node", () => {
  const [, version = ""] = /^>=([\d.]+)$/.exec(engines.node) ?? [];
  const [major, minor] = version.split(".").map(Number);
  expect(major === 20 && (minor ?? 0) >= 19).toBe(true);
  expect(read(".nvmrc").trim()).toBe(version);
  for (const paper of ["README.md", "docs/contributing.md"]) {
    expect(/Node(?:\.js\]\([^)]*\))? ([\d.]+) or later/.exec(read(paper))?.[1], paper).toBe(version);
  }
});
