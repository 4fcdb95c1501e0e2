import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Gate } from "./gate";
import { countAnswer, writeMetrics } from "./metrics";
import { openRequestLog, routeOf } from "./request-log";

test("a route names no record, no person and no secret", () => {
  const ROUTES = {
    "/": "/",
    "/stations": "/stations",
    "/stations/nl-amsterdam/edit": "/stations/*",
    "/api/v1/stations/nl-amsterdam": "/api/v1/stations/*",
    "/api/feeds/s3cret/deadlines.ics": "/api/feeds/*",
    "/summary.pdf": "/summary.pdf",
    "/j.doe@mail.example": "/*",
    "/%6A": "/*",
  };
  for (const [path, route] of Object.entries(ROUTES)) expect(routeOf(path), path).toBe(route);
});

test("each answer is a line of JSON in a file of its owner's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-log-"));
  const file = join(folder, "requests.log");
  const log = openRequestLog(file);
  const answered = { id: "an-id", method: "GET", pathname: "/claims/clm-1", lane: "read", status: 200 };
  await expect
    .poll(() =>
      stat(file).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  log.write({ ...answered, milliseconds: 12.4 });
  log.close();
  const { time, level, ...line } = JSON.parse(await readFile(file, "utf8"));
  expect(line).toEqual({ id: "an-id", method: "GET", route: "/claims/*", lane: "read", status: 200, ms: 12 });
  expect([new Date(time).toISOString() === time, level]).toEqual([true, 30]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});

test("metrics count answers by lane and status, in buckets that hold the ones below", () => {
  // A lane of its own: what else is answered in this process is counted too.
  countAnswer("upload", 200, 0.07);
  countAnswer("upload", 503, 1.5);
  const gate = new Gate({ room: 1, queue: 1, patience: 1 });
  gate.ask(
    () => undefined,
    () => undefined,
  );
  const lines = writeMetrics({ upload: gate }, 0.01).split("\n");
  for (const line of [
    'wederhoor_answers_total{lane="upload",status="200"} 1',
    'wederhoor_answers_total{lane="upload",status="503"} 1',
    'wederhoor_answer_seconds_bucket{lane="upload",le="0.05"} 0',
    'wederhoor_answer_seconds_bucket{lane="upload",le="0.1"} 1',
    'wederhoor_answer_seconds_bucket{lane="upload",le="2"} 2',
    'wederhoor_answer_seconds_count{lane="upload"} 2',
    'wederhoor_in_work{lane="upload"} 1',
    "nodejs_eventloop_lag_seconds 0.01",
  ]) {
    expect(lines).toContain(line);
  }
});
