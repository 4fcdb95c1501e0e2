import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "../client";
import { people, revisions } from "../schema";
import { checkDossier, FIRST_DOSSIER, loadDossier } from "./load";
import { PLANNED_KINDS, type PlannedRecord } from "./plan";
import { BrokenDossier, formatProblem } from "./problem";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-dossier-"));
  await cp(FIRST_DOSSIER, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

async function problemsOf(): Promise<string[]> {
  const error = await checkDossier(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BrokenDossier);
  return (error as BrokenDossier).problems.map(formatProblem);
}

test("all errors of all files are reported at once, and nothing is written", async () => {
  await edit("sources.csv", "src-003,ngo_report", "src-003,pamphlet");
  await edit("sources.csv", "2022-12-03,day", "2022-12,day");
  await edit("stations.csv", "52.3740,4.8897", "152.3740,4.8897");
  await edit("stations.csv", "src-001;src-034;src-005", "src-001;src-999;src-005");
  await edit("claims.csv", "clm-seed-02,europe", "clm-seed-01,europe");
  await edit("claims.csv", "clm-seed-08,country,IT", "clm-seed-08,country,XX");
  await edit("official_responses.csv", "2022-10-25,day", "2022-02-30,day");
  await edit("events.csv", "evt-01,2014,year", "evt-01,,year");

  await expect(loadDossier({ folder })).rejects.toThrow("nothing was written");
  expect(await db.$count(revisions)).toBe(0);
  expect(await db.$count(people)).toBe(0);

  const problems = await problemsOf();
  for (const message of [
    /^sources\.csv:3 published_on: “2022-12” is no date of the precision “day”/,
    /^sources\.csv:4 kind: is not one of ngo_report, .*\(“pamphlet”\)$/,
    /^stations\.csv:2 source_ids: src-999 is not in sources\.csv$/,
    /^stations\.csv:2 latitude: /,
    /^claims\.csv:3 id: clm-seed-01 is the id of line 2 too$/,
    /^claims\.csv:9 country_iso2: is not a country/,
    /^official_responses\.csv:2 responded_on: there is no such date as 2022-02-30$/,
    /^events\.csv:2 occurred_on: “” is no date of the precision “year”/,
  ]) {
    expect(problems).toContainEqual(expect.stringMatching(message));
  }
});

test("a column too many, a column too few and a file that is missing are reported", async () => {
  await edit("events.csv", "id,occurred_on,precision,title", "id,occurred_on,certainty,title");
  await rm(join(folder, "claims.csv"));
  const problems = await problemsOf();
  expect(problems).toContain("events.csv:1 precision: this column is missing");
  expect(problems).toContain("events.csv:1 certainty: nothing is known of this column");
  expect(problems).toContainEqual(expect.stringMatching(/^claims\.csv: is not in /));
});

test("a slip of the year into the future is a problem, what is odd but may be so is said with its line", async () => {
  await edit("stations.csv", "2022-11-01,day,52.3740,4.8897", "2062-11-01,day,4.8897,52.3740");
  await edit("official_responses.csv", "2022-10-25,day", "1922-10-25,day");
  expect(await problemsOf()).toEqual([
    "stations.csv:2 status_as_of: This has happened already: its date can’t lie in the future. Look at the year.",
  ]);
  await edit("stations.csv", "2062-11-01,day", "2022-11-01,day");
  const { plan } = await checkDossier(folder);
  expect(plan.cautions.map(formatProblem)).toEqual([
    expect.stringMatching(/^stations\.csv:2 latitude: .*the other way round\.$/),
    expect.stringMatching(/^official_responses\.csv:2 responded_on: It is dated more than 30 years ago/),
    // An encyclopedia's page, and a copy of it from an earlier month.
    "sources.csv:9: may be “src-007”, which stands in the files as well: the same title, and no other publisher or date",
  ]);
});

test("which claims a response answers is read from its columns, or beside them, before it is derived", async () => {
  const answersOf = async (slug: string) => (await checkDossier(folder)).plan.of("response").get(slug)?.input.answers;
  // The police said next day that inquiries go on: that the minister is wrong they did not say.
  expect(await answersOf("rsp-ca-06")).toEqual([{ claim: "clm-ca-03", answer: "qualifies" }]);
  expect(await answersOf("rsp-us-01")).toEqual([{ claim: "clm-us-01", answer: "confirms" }]);
  await edit("answers.csv", "rsp-us-01,,clm-us-01,,", "rsp-us-01,,clm-us-99,,");
  await edit("answers.csv", "rsp-gb-05,,,clm-gb-01,", "rsp-gb-99,clm-gb-01,,clm-gb-01,");
  expect(await problemsOf()).toEqual([
    "answers.csv:11 id: rsp-gb-99 is not in official_responses.csv",
    "answers.csv:44 confirms_claim_ids: clm-us-99 is not in claims.csv",
  ]);
  await edit("answers.csv", "rsp-us-01,,clm-us-99,,", "rsp-us-01,,clm-us-01,,");
  await edit("answers.csv", "rsp-gb-99,clm-gb-01,,clm-gb-01,", "rsp-gb-05,clm-gb-01,,clm-gb-01,");
  expect(await problemsOf()).toEqual(["official_responses.csv:11 answers: The same claim is named twice."]);

  const rows = parse(await readFile(join(folder, "official_responses.csv"), "utf8"), { bom: true }) as string[][];
  const withColumn = rows.map((row, at) => [
    ...row,
    at === 0 ? "denies_claim_ids" : row[0] === "rsp-us-01" ? "clm-us-02" : "",
  ]);
  await writeFile(join(folder, "official_responses.csv"), stringify(withColumn));
  expect(await answersOf("rsp-us-01")).toEqual([{ claim: "clm-us-02", answer: "denies" }]);
  // What is said beside counts no more; what is derived does.
  expect(await answersOf("rsp-ca-06")).toEqual([{ claim: "clm-ca-03", answer: "denies" }]);
});

test("the time that a claim speaks of is read from its column, or beside it, and has to be one", async () => {
  const periodOf = async () => (await checkDossier(folder)).plan.of("claim").get("clm-seed-07")?.input.period?.edtf;
  expect(await periodOf()).toBe("2016/2018");
  await edit("periods.csv", "clm-seed-07,2016/2018", "clm-seed-99,2016 and on");
  expect(await problemsOf()).toEqual([
    expect.stringMatching(/^periods\.csv:3 period: is no time in EDTF, .*\(“2016 and on”\)$/),
    "periods.csv:3 id: clm-seed-99 is not in claims.csv",
  ]);
  await edit("periods.csv", "clm-seed-99,2016 and on", "clm-seed-99,2016/2018");
  const rows = parse(await readFile(join(folder, "claims.csv"), "utf8"), { bom: true }) as string[][];
  const save = (name: string, period: string) => {
    const saved = rows.map(([id = "", ...row], at) => [
      id,
      ...row,
      at === 0 ? name : id === "clm-seed-07" ? period : "",
    ]);
    return writeFile(join(folder, "claims.csv"), stringify(saved));
  };
  await save("period", "2016/2108");
  expect(await periodOf()).toBe("2016/2108");
  const { cautions } = (await checkDossier(folder)).plan;
  expect(cautions.map(formatProblem).filter((line) => line.startsWith("claims.csv"))).toEqual([
    expect.stringMatching(/^claims\.csv:8 period: It speaks of a time after it was said/),
  ]);
  await save("period", "before 2018");
  expect(await problemsOf()).toEqual([expect.stringMatching(/^claims\.csv:8 period: is no time in EDTF/)]);
  await save("peroid", "2016/2018");
  expect(await problemsOf()).toContain("claims.csv:1 peroid: nothing is known of this column; is “period” meant?");
});

test("text that is not UTF-8 is reported with its line", async () => {
  const bytes = await readFile(join(folder, "stations.csv"));
  bytes[bytes.indexOf("Amsterdam")] = 0xff;
  await writeFile(join(folder, "stations.csv"), bytes);
  expect(await problemsOf()).toEqual(["stations.csv:2: is not written in UTF-8"]);
});

test("a quotation mark out of place is reported, once", async () => {
  await edit("events.csv", "evt-01,2014", 'evt-01,"2014');
  expect(await problemsOf()).toEqual([expect.stringMatching(/^events\.csv:2: Invalid Closing Quote/)]);
});

test("a name that two organizations claim is reported", async () => {
  const text = await readFile(join(folder, "organizations.csv"), "utf8");
  await writeFile(join(folder, "organizations.csv"), `${text}Another one,ngo,NL,,Safeguard Defenders,\n`);
  expect(await problemsOf()).toContainEqual(
    expect.stringMatching(/“Safeguard Defenders” is Safeguard Defenders already/),
  );
});

/** Every file of the folder as a spreadsheet would save it. */
async function saveAll(save: (rows: string[][]) => string | Buffer): Promise<void> {
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".csv"))) {
    const rows = parse(await readFile(join(FIRST_DOSSIER, name), "utf8"), { bom: true }) as string[][];
    await writeFile(join(folder, name), save(rows));
  }
}

const withoutLine = ({ slug, input, held }: PlannedRecord) => ({ slug, input, held });

test("files as Excel saves them are read as the same: semicolons, sep=, tabs in UTF-16, any line ends", async () => {
  const read = async () => {
    const { plan, files } = await checkDossier(folder);
    return { files, plans: PLANNED_KINDS.map((kind) => [...plan.of(kind).values()].map(withoutLine)) };
  };
  const same = await read();
  const ends = ["\r\n", "\n", "\r"];
  const mixed = (rows: string[][]) =>
    rows.map((row, at) => stringify([row], { record_delimiter: ends[at % ends.length] })).join("");
  for (const save of [
    (rows: string[][]) => `\ufeff${stringify(rows, { delimiter: ";", record_delimiter: "\r\n" })}`,
    (rows: string[][]) => `sep=;\r\n${stringify(rows, { delimiter: ";", record_delimiter: "\r\n" })}`,
    (rows: string[][]) => Buffer.from(`\ufeff${stringify(rows, { delimiter: "\t" })}`, "utf16le"),
    mixed,
  ]) {
    await saveAll(save);
    expect(await read()).toEqual(same);
  }
});

test("what nobody sees is refused with its line and column", async () => {
  await edit("events.csv", "evt-01,2014", "evt-01,2014\0");
  await edit("sources.csv", "src-003,ngo_report", "src-003,ngo_report\u0007");
  await edit("stations.csv", "Amsterdam", "Amster\u0085dam");
  expect(await problemsOf()).toEqual([
    expect.stringMatching(/^sources\.csv:4 kind: holds a control character \(U\+0007\)/),
    expect.stringMatching(/^stations\.csv:2 \w+: holds a control character \(U\+0085\)/),
    expect.stringMatching(/^events\.csv:2 occurred_on: holds a control character \(U\+0000\)/),
  ]);
});

test("a misspelt column is said once, with the one that is meant", async () => {
  await edit("events.csv", "id,occurred_on,precision,title", "id,occured_on,Precision,title");
  expect(await problemsOf()).toEqual([
    "events.csv:1 occured_on: nothing is known of this column; is “occurred_on” meant?",
    "events.csv:1 Precision: nothing is known of this column; is “precision” meant?",
  ]);
});

test("a file of other columns, or separated by another sign, is one problem", async () => {
  const text = await readFile(join(folder, "events.csv"), "utf8");
  await writeFile(join(folder, "events.csv"), text.replace(/,/g, "|"));
  expect(await problemsOf()).toEqual([expect.stringMatching(/^events\.csv:1: has none of the columns id, /)]);
});

test("Windows-1252 is called by its name, with its cure, once", async () => {
  const rows = parse(await readFile(join(folder, "events.csv"), "utf8"), { bom: true }) as string[][];
  const western = stringify(rows).replace(/[^\0-\u007f]/g, "é");
  await writeFile(join(folder, "events.csv"), Buffer.from(western, "latin1"));
  expect(await problemsOf()).toEqual([
    expect.stringMatching(/^events\.csv:\d+: is written in Windows-1252, not in UTF-8, .* “CSV UTF-8” in Excel/),
  ]);
});

test("a folder that is called as a file is said in a sentence", async () => {
  await rm(join(folder, "events.csv"));
  await mkdir(join(folder, "events.csv"));
  expect(await problemsOf()).toEqual(["events.csv: is a folder, not a file"]);
});
