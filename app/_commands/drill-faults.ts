import { startBuiltServer } from "@/db/testing/built-server";
import { FAULTS, type Fault, type FaultProxy, openFaultProxy } from "@/db/testing/fault-proxy";

/** Doors of the site, as somebody comes through each: what they ask for, and how. */
const DOORS: Readonly<Record<string, [path: string, headers: Record<string, string>]>> = {
  document: ["/stations", { accept: "text/html" }],
  api: ["/api/v1/stations", { accept: "application/json" }],
  "page as JSON": ["/stations?_rsc=1", { rsc: "1" }],
  stream: ["/api/v1/stream", {}],
  pdf: ["/summary.pdf", {}],
};

type Drilled = { readonly wrong: readonly string[]; readonly line: string };

/** Each fault on a server of its own, whose first request comes through another door each time. */
export async function drillFaults(address: string, cookie: string, env: Record<string, string>): Promise<Drilled[]> {
  const proxy = await openFaultProxy(address);
  const doors = Object.keys(DOORS);
  const drilled: Drilled[] = [];
  for (const [at, fault] of FAULTS.entries()) {
    const first = doors[at % doors.length] ?? "document";
    drilled.push(await drillOne(proxy, { fault, first, cookie, env: { ...env, DATABASE_URL: proxy.address } }));
  }
  await proxy.close();
  return drilled;
}

type Case = { fault: Fault; first: string; cookie: string; env: Record<string, string> };

async function drillOne(proxy: FaultProxy, { fault, first, cookie, env }: Case): Promise<Drilled> {
  proxy.set(null);
  const server = await startBuiltServer(env);
  const ask = async (door: string) => {
    const [path, headers] = DOORS[door] ?? ["/", {}];
    const gone = AbortSignal.timeout(20_000);
    const answer = await fetch(server.base + path, { headers: { cookie, ...headers }, signal: gone }).catch(
      () => null,
    );
    answer?.body?.cancel().catch(() => undefined);
    return `${door} ${answer?.status ?? "no answer"}`;
  };
  proxy.set(fault);
  const answers = [
    await ask(first),
    ...(await Promise.all(
      Object.keys(DOORS)
        .filter((door) => door !== first)
        .map(ask),
    )),
  ];
  proxy.set(null);
  // The connections that the fault has spoilt are noticed by whoever uses them next.
  await Promise.all(Object.keys(DOORS).map(ask));
  const healed = await Promise.all(Object.keys(DOORS).map(ask));
  await server.stop();
  const wrong = [
    ...answers.filter((answer) => !/ (?:200|503)$/.test(answer)).map((answer) => `${fault}: ${answer}`),
    ...healed.filter((answer) => !/ 200$/.test(answer)).map((answer) => `after ${fault}: ${answer}`),
  ];
  return { wrong, line: `${fault.padEnd(18)}${answers.join(", ")}` };
}
