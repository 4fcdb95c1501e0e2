import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Gate } from "./gate";
import { countAnswer, serveMetrics } from "./metrics";

type Sample = { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number };
type Family = { readonly help: string; readonly type: string; readonly samples: Sample[] };

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/;
const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)$/i;

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ""; ) {
    const [all = "", name = "", value = ""] = LABEL.exec(rest) ?? [];
    if (all === "" || Object.hasOwn(labels, name)) throw new Error(`No labels: ${text}`);
    labels[name] = value;
    rest = rest.slice(all.length);
  }
  return labels;
}

/** The exposition format 0.0.4 as its page has it: families in one piece, each with its help and type before its samples. */
function parseExposition(text: string): Map<string, Family> {
  if (!text.endsWith("\n")) throw new Error("The last line has no end.");
  const families = new Map<string, Family>();
  let [help, open]: [[string, string] | null, [string, Family] | null] = [null, null];
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split("\n")) {
    const [, kind, name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === "HELP") help = [name, rest];
    else if (kind === "TYPE") {
      if (help?.[0] !== name || families.has(name)) throw new Error(`A family in two pieces: ${line}`);
      if (!["counter", "gauge", "histogram"].includes(rest)) throw new Error(`No type: ${line}`);
      open = [name, { help: help[1], type: rest, samples: [] }];
      families.set(...open);
    } else {
      const [, sample = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
      const isOwn = sample === open?.[0] || (open?.[1].type === "histogram" && isPartOf(sample, open[0]));
      if (!open || !isOwn || !NUMBER.test(value)) throw new Error(`No sample of ${open?.[0]}: ${line}`);
      const id = `${sample}{${labels}}`;
      if (seen.has(id)) throw new Error(`Twice: ${id}`);
      seen.add(id);
      open[1].samples.push({ name: sample, labels: parseLabels(labels), value: Number(value) });
    }
  }
  return families;
}

const isPartOf = (sample: string, family: string) =>
  ["_bucket", "_sum", "_count"].some((part) => sample === family + part);

test("what is served is read by the format's own rules, and says what was counted", async () => {
  const ANSWERS = [
    ...(["read", "read", "read", "write"] as const).map((lane, at) => ({ lane, status: 200, seconds: 0.04 + at })),
    { lane: "read" as const, status: 503, seconds: 60 },
  ];
  for (const { lane, status, seconds } of ANSWERS) countAnswer(lane, status, seconds);
  const gate = new Gate({ room: 1, queue: 1, patience: 1 });
  const server = serveMetrics(0, { read: gate });
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await fetch(`${base}/metrics`);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const families = parseExposition(await answer.text());
  expect((await fetch(base)).status).toBe(404);
  server.close();

  const of = (family: string, part = "") =>
    (families.get(family)?.samples ?? []).filter(({ name }) => name === family + part);
  for (const lane of ["read", "write"]) {
    const own = ANSWERS.filter((counted) => counted.lane === lane);
    const ofLane = (family: string, part: string) => of(family, part).filter(({ labels }) => labels.lane === lane);
    for (const { labels, value } of ofLane("wederhoor_answers_total", ""))
      expect(value).toBe(own.filter(({ status }) => String(status) === labels.status).length);
    const buckets = ofLane("wederhoor_answer_seconds", "_bucket");
    expect(buckets.map(({ labels }) => labels.le)).toEqual([
      "0.05",
      "0.1",
      "0.25",
      "0.5",
      "1",
      "2",
      "5",
      "10",
      "+Inf",
    ]);
    for (const { labels, value } of buckets) {
      const most = labels.le === "+Inf" ? Number.POSITIVE_INFINITY : Number(labels.le);
      expect(value, `${lane} ${labels.le}`).toBe(own.filter(({ seconds }) => seconds <= most).length);
    }
    expect(ofLane("wederhoor_answer_seconds", "_count").map(({ value }) => value)).toEqual([own.length]);
    const sum = own.reduce((total, { seconds }) => total + seconds, 0);
    expect(ofLane("wederhoor_answer_seconds", "_sum")[0]?.value).toBeCloseTo(sum);
  }
  for (const name of ["wederhoor_in_work", "wederhoor_waiting"])
    expect(of(name).map(({ labels, value }) => [labels.lane, value])).toEqual([["read", 0]]);
  for (const name of ["process_resident_memory_bytes", "nodejs_heap_used_bytes", "nodejs_eventloop_lag_seconds"])
    expect(of(name)[0]?.value, name).toBeGreaterThanOrEqual(0);
});

test("the parser of this test refuses what is no exposition", () => {
  const head = "# HELP a_total A.\n# TYPE a_total counter\n";
  expect(parseExposition(`${head}a_total{lane="x"} 1\n`).get("a_total")?.samples).toHaveLength(1);
  for (const wrong of [
    "a_total 1",
    "b_total 1\n",
    'a_total{lane="x} 1\n',
    "a_total one\n",
    "a_total 1\na_total 1\n",
  ]) {
    expect(() => parseExposition(head + wrong), wrong).toThrow();
  }
});
