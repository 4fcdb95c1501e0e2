import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type CrowdResult = {
  /** How many answers had each status; 0: no answer at all. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of pages that were read, per second. */
  readonly throughput: number;
  /** Milliseconds to an answer of any kind: half of them, 95 of 100, and the slowest. */
  readonly half: number;
  readonly most: number;
  readonly slowest: number;
};

type Asked = {
  readonly url: string;
  readonly cookie: string;
  readonly readers: number;
  readonly seconds: number;
  /** Whether a reader who is told to come back later does; the others ask again at once. */
  readonly isPatient: boolean;
};

/** So many readers of one page at once, each asking again as soon as they have read. */
export async function gatherCrowd({ url, cookie, readers, seconds, isPatient }: Asked): Promise<CrowdResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const statuses: Record<number, number> = {};
  const times: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const read = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      const { status, retryAfter } = await ask(url, cookie, agent);
      times.push(performance.now() - asked);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 503 && isPatient) await pause(Math.min(retryAfter * 1000, Math.max(0, end - performance.now())));
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { statuses, throughput: (statuses[200] ?? 0) / took, half: at(0.5), most: at(0.95), slowest: at(1) };
}

function ask(url: string, cookie: string, agent: Agent): Promise<{ status: number; retryAfter: number }> {
  return new Promise((answered) => {
    const failed = () => answered({ status: 0, retryAfter: 0 });
    request(url, { agent, headers: { cookie, accept: "text/html" } }, (response) => {
      const retryAfter = Number(response.headers["retry-after"] ?? 0);
      response.resume().once("end", () => answered({ status: response.statusCode ?? 0, retryAfter }));
      response.once("error", failed);
    })
      .once("error", failed)
      .end();
  });
}
