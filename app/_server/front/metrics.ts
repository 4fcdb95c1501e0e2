import { createServer, type Server } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Gate } from "./gate";
import type { RequestLane } from "./lanes";

const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10] as const;

type Counted = { readonly statuses: Map<number, number>; readonly buckets: number[]; seconds: number; count: number };

const lanes = new Map<RequestLane, Counted>();

/** Counts an answer. */
export function countAnswer(lane: RequestLane, status: number, seconds: number): void {
  const counted = lanes.get(lane) ?? { statuses: new Map(), buckets: BUCKETS.map(() => 0), seconds: 0, count: 0 };
  lanes.set(lane, counted);
  counted.statuses.set(status, (counted.statuses.get(status) ?? 0) + 1);
  counted.seconds += seconds;
  counted.count += 1;
  for (const [at, most] of BUCKETS.entries())
    if (seconds <= most) counted.buckets[at] = (counted.buckets[at] ?? 0) + 1;
}

type Gates = Readonly<Partial<Record<RequestLane, Gate>>>;

/** As Prometheus reads it (exposition format 0.0.4). */
export function writeMetrics(gates: Gates, lag: number): string {
  const lines: string[] = [];
  const family = (name: string, type: string, help: string, rows: readonly string[]) =>
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...rows);
  const each = <T>(row: (lane: RequestLane, counted: Counted) => T[]) =>
    [...lanes].flatMap(([lane, counted]) => row(lane, counted));
  family(
    "wederhoor_answers_total",
    "counter",
    "Answers by lane and status.",
    each((lane, { statuses }) =>
      [...statuses].map(([status, n]) => `wederhoor_answers_total{lane="${lane}",status="${status}"} ${n}`),
    ),
  );
  family(
    "wederhoor_answer_seconds",
    "histogram",
    "Seconds from arrival to the end of the answer, by lane.",
    each((lane, { buckets, count, seconds }) => [
      ...BUCKETS.map((most, at) => `wederhoor_answer_seconds_bucket{lane="${lane}",le="${most}"} ${buckets[at]}`),
      `wederhoor_answer_seconds_bucket{lane="${lane}",le="+Inf"} ${count}`,
      `wederhoor_answer_seconds_sum{lane="${lane}"} ${seconds}`,
      `wederhoor_answer_seconds_count{lane="${lane}"} ${count}`,
    ]),
  );
  for (const [name, key, help] of [
    ["wederhoor_in_work", "inWork", "Requests in work, by lane."],
    ["wederhoor_waiting", "waiting", "Requests that wait for room, by lane."],
  ] as const) {
    const rows = Object.entries(gates).map(([lane, gate]) => `${name}{lane="${lane}"} ${gate.load[key]}`);
    family(name, "gauge", help, rows);
  }
  const { rss, heapUsed } = process.memoryUsage();
  family("process_resident_memory_bytes", "gauge", "Resident memory.", [`process_resident_memory_bytes ${rss}`]);
  family("nodejs_heap_used_bytes", "gauge", "Used heap.", [`nodejs_heap_used_bytes ${heapUsed}`]);
  family("nodejs_eventloop_lag_seconds", "gauge", "Lag of the event loop, 99 of 100, since the last reading.", [
    `nodejs_eventloop_lag_seconds ${lag}`,
  ]);
  return `${lines.join("\n")}\n`;
}

/** On a port of its own of this machine. @returns the server, which is none of the site's */
export function serveMetrics(port: number, gates: Gates): Server {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    const lag = delay.percentile(99) / 1e9;
    delay.reset();
    response.setHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    response.end(writeMetrics(gates, lag));
  });
  server.on("error", (error) => console.error(`The metrics are not served: ${error.message}`));
  server.listen(port, "127.0.0.1").unref();
  return server;
}
