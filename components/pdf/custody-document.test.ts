import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { CustodyReport } from "@/db/access/files/custody-report";
import type { Locale } from "@/lib/text/locale";
import { custodyPdf } from "./custody-document";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "wederhoor-custody-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const hasReader = await run("pdftotext", ["-v"]).then(
  () => true,
  () => false,
);
if (!hasReader) console.log("There is no pdftotext here (poppler-utils): the PDF is made, and not read.");

const digest = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
const at = "2026-11-30T10:00:00Z";
const file: CustodyReport["files"][number] = {
  ...{ name: "信件 鹿特丹.pdf", size: 897, type: "application/pdf", digest, at, by: "Róisín" },
  record: { kind: "evidence", slug: "src-001", title: "福州市公安局" },
  events: [
    { kind: "message digest calculation", at, by: "Róisín", detail: { digest }, passed: true, seq: 11 },
    { kind: "ingestion", at, by: "Róisín", detail: { name: "信件.pdf" }, passed: true, seq: 12 },
    { kind: "fixity check", at, by: null, detail: { found: "missing" }, passed: false, seq: 14 },
  ],
};
const checkpoint = { origin: "desk.example/log", size: 14, root: "cm9vdA==", at: new Date(at) };

async function textOf(report: Partial<CustodyReport>, locale: Locale): Promise<string> {
  const whole = { files: [file], checkpoint, by: "Esra", ...report };
  const path = join(folder, `${locale}.pdf`);
  await writeFile(path, await custodyPdf(whole, new Date(at), { locale, timeZone: "UTC" }));
  if (!hasReader) return "";
  return (await run("pdftotext", ["-raw", path, "-"])).stdout.replace(/\s+/g, " ");
}

test("names, digest, events with their revisions, the last check and the checkpoint stand in it", async () => {
  const text = await textOf({}, "en");
  if (!hasReader) return;
  for (const said of [
    ...["信件 鹿特丹.pdf", digest, "福州市公安局 (src-001)", "Received (ingestion)", "by Róisín, 30 November 2026"],
    ...["The check failed (fixity check) the program", "Revisions 11 to 14 keep these events."],
    ...["The checkpoint below covers them.", "It covers every revision up to 14.", "cm9vdA==", "Page 1 of 1"],
  ]) {
    expect(text).toContain(said);
  }
});

test("in Dutch; of what no checkpoint covers that is said", async () => {
  const text = await textOf({ checkpoint: { ...checkpoint, size: 13 } }, "nl");
  if (!hasReader) return;
  for (const said of ["Ontvangen (ingestion)", "Nog geen ijkpunt dekt de laatste ervan.", "信件 鹿特丹.pdf"]) {
    expect(text).toContain(said);
  }
});
