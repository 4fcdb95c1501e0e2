import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { listCaptures, preservePage } from "../access/captures/captures";
import { findAttachment, listCustody } from "../access/files/files";
import { checkHistory } from "../access/history/history-check";
import { openStorage } from "../files/storage";
import { makeActor, makeEvidence } from "../testing/make";
import { connectAsSuperuser } from "../testing/superuser";
import { machinesChromium } from "./browser/find-chromium";
import { runDueJobs } from "./run-jobs";

const server = createServer((request, answer) => {
  if (request.url?.endsWith(".pdf")) {
    return answer.writeHead(200, { "Content-Type": "application/pdf" }).end("%PDF-1.4\n%%EOF\n");
  }
  answer
    .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(
      "<title>Ministry</title><main><p>The ministry counts over 100 stations in 53 countries.<p style=margin-top:1500px>Below</main>",
    );
});
const behind = connectAsSuperuser();
let reporter: Actor;
let [here, folder, chromium] = ["", "", ""];
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "wederhoor-opened-"));
  reporter = await makeActor("reporter");
  chromium = process.env.CHROMIUM_PATH || (await machinesChromium()) || "";
});
beforeEach(() => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("FETCH_PAGES", "on");
  vi.stubEnv("FETCH_ALLOWED", here);
  vi.stubEnv("CAPTURE_BROWSER", "");
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await behind.end();
  await rm(folder, { recursive: true, force: true });
});

const runJobs = (path?: string) => runDueJobs(process.env.DATABASE_URL ?? "", path);
async function preserveAt(path: string) {
  const { slug } = await makeEvidence(reporter, { url: `http://${here}${path}` });
  await preservePage(reporter, slug);
  return async () => (await listCaptures(reporter, { kind: "evidence", slug }))[0];
}

test("a captured page is opened in a browser: files with a custody, in the name of who asked, with the browser's version", async () => {
  const capture = await preserveAt("/page");
  await runJobs(chromium);
  const done = await capture();
  expect(done).toMatchObject({
    state: "complete",
    browserState: "complete",
    browserAttempts: 1,
    browserFailure: null,
  });
  expect(done?.browser).toMatchObject({
    programs: { Chromium: expect.stringMatching(/^\d+\.\d+/), Wederhoor: expect.any(String) },
    ...{ landed: `http://${here}/page`, status: 200, addresses: ["127.0.0.1"], consent: null, isCut: false },
  });
  expect(done?.files.map(({ part, type }) => [part, type])).toEqual([
    ["exchange", "application/gzip"],
    ["text", "text/plain"],
    ["first_screen", "image/png"],
    ["full_page", "image/png"],
    ["printed", "application/pdf"],
    ["dom", "application/octet-stream"],
  ]);
  for (const { id } of done?.files ?? []) {
    const custody = await listCustody(reporter, id);
    expect(custody.map(({ kind, by, detail }) => [kind, by, detail.captured])).toEqual([
      ["message digest calculation", reporter.name, undefined],
      ["ingestion", reporter.name, `http://${here}/page`],
    ]);
    expect(await openStorage().has((await findAttachment(reporter, id)).digest)).toBe(true);
  }
  const file = await preserveAt("/statement.pdf");
  await runJobs(chromium);
  expect(await file()).toMatchObject({ state: "complete", browserState: null });
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("without a browser the copy is whole; one that fails fails no copy, is tried again, and says why in the end", async () => {
  const without = await preserveAt("/without");
  await runJobs();
  expect(await without()).toMatchObject({ state: "complete", browserState: null });
  vi.stubEnv("CAPTURE_BROWSER", "off");
  const off = await preserveAt("/off");
  await runJobs(chromium);
  expect(await off()).toMatchObject({ state: "complete", browserState: null });
  vi.stubEnv("CAPTURE_BROWSER", "");
  const capture = await preserveAt("/failing");
  await runJobs("/bin/false");
  expect(await capture()).toMatchObject({
    ...{ state: "complete", browserState: "pending", browserAttempts: 1, browserFailure: "program", browserAt: null },
  });
  expect((await capture())?.files).toHaveLength(2);
  await behind`update graphile_worker._private_jobs set run_at = now(), attempts = max_attempts - 1`;
  await runJobs("/bin/false");
  expect(await capture()).toMatchObject({ state: "complete", browserState: "failed", browserAttempts: 2 });
  expect(await behind`select from graphile_worker._private_jobs where attempts < max_attempts`).toHaveLength(0);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("an opening that a killed process left is done by the next, once", async () => {
  const capture = await preserveAt("/killed");
  await runJobs("/bin/false");
  await behind`update graphile_worker._private_jobs set run_at = now(), locked_at = now(), locked_by = 'one that was killed'`;
  await behind`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'one that was killed'`;
  await runJobs(chromium);
  await runJobs(chromium);
  expect(await capture()).toMatchObject({ browserState: "complete", browserAttempts: 2 });
  expect((await capture())?.files).toHaveLength(6);
});
