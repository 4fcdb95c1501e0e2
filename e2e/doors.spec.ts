import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltServer, startBuiltServer } from "@/db/testing/built-server";
import { type FaultProxy, openFaultProxy, runningDatabase } from "@/db/testing/fault-proxy";
import { formMarks } from "@/db/testing/form-marks";
import { expect, test } from "./fixture";

// A second process of the site as it was built, with a proxy before the same database: what the server does at its doors
// depends on which of its bundles was used first, and the test runner has one of all.

test.describe.configure({ mode: "default" });

const dataDir = process.env.E2E_DATA_DIR ?? "";
const TYPED = "A day that somebody typed";
const SOON = { accept: "application/json" };

let proxy: FaultProxy;
let cookie: string;
/** The fields by which React finds a form's action, as the page of a new event has them. */
let marks: [string, string][];
let actionId: string;
const servers: BuiltServer[] = [];

const start = async () => {
  const secret = readFileSync(join(dataDir, "nextauth-secret"), "utf8").trim();
  const env = { DATABASE_URL: proxy.address, DATA_DIR: dataDir, NEXTAUTH_SECRET: secret };
  const server = await startBuiltServer(env);
  servers.push(server);
  return server;
};
const ask = (server: BuiltServer, path: string, init: RequestInit = {}) =>
  fetch(server.base + path, { redirect: "manual", ...init, headers: { cookie, ...init.headers } });

test.beforeAll(async ({ cookiesOf }, worker) => {
  proxy = await openFaultProxy(await runningDatabase(dataDir));
  cookie = (await cookiesOf("reporter")).map(({ name, value }) => `${name}=${value}`).join("; ");
  const page = await fetch(`${worker.project.use.baseURL}/events/new`, { headers: { cookie, accept: "text/html" } });
  marks = formMarks(await page.text(), "title");
  const [, reference = "{}"] = marks.find(([name]) => name.endsWith(":0")) ?? [];
  actionId = (JSON.parse(reference) as { id: string }).id;
});

test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await proxy.close();
});

const event = (title: string) => ({ title, kind: "publication" });

/** As the page's own script sends it. */
function sendAction(server: BuiltServer, title: string, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(event(title))) body.set(`_1_${name}`, value);
  body.set("0", '[{"status":"idle"},"$K1"]');
  const own = { "next-action": actionId, accept: "text/x-component", origin: server.base };
  return ask(server, "/events/new", { method: "POST", body, headers: { ...own, ...headers } });
}

/** As a browser without scripts sends it. */
function postForm(server: BuiltServer, title: string) {
  const body = new FormData();
  for (const [name, value] of [...marks, ...Object.entries(event(title))]) body.set(name, value);
  return ask(server, "/events/new", { method: "POST", body, headers: { accept: "text/html", origin: server.base } });
}

const postApi = (server: BuiltServer, title: string, headers: Record<string, string> = {}) =>
  ask(server, "/api/v1/events", {
    method: "POST",
    body: JSON.stringify(event(title)),
    headers: { "content-type": "application/json", ...headers },
  });

const TOUCHERS: Record<string, (server: BuiltServer) => Promise<Response>> = {
  document: (server) => ask(server, "/stations", { headers: { accept: "text/html" } }),
  api: (server) => ask(server, "/api/v1/stations", { headers: SOON }),
  "page as JSON": (server) => ask(server, "/stations?_rsc=1", { headers: { rsc: "1" }, redirect: "follow" }),
  action: (server) => sendAction(server, TYPED),
  form: (server) => postForm(server, TYPED),
  stream: (server) => ask(server, "/api/v1/stream"),
  pdf: (server) => ask(server, "/summary.pdf"),
  session: (server) => ask(server, "/api/auth/session"),
};

// One of each bundle that has the database in it; npm run drill begins with others.
for (const first of ["document", "api", "action", "stream"]) {
  test(`a database that is away is a 503 of every door, when the first is ${first}`, async () => {
    proxy.set("refuse");
    const server = await start();
    for (const door of [first, ...Object.keys(TOUCHERS).filter((door) => door !== first)]) {
      const answer = await TOUCHERS[door]?.(server);
      expect.soft(answer?.status, door).toBe(503);
      expect.soft(answer?.headers.get("retry-after"), door).toBeTruthy();
      expect.soft(answer?.headers.get("x-content-type-options"), door).toBe("nosniff");
      expect.soft(answer?.headers.get("x-robots-tag"), door).toBe("noindex, nofollow");
      expect.soft(answer?.headers.get("content-security-policy"), door).toContain("default-src");
      const text = (await answer?.text()) ?? "";
      if (door === "action" || door === "form") expect.soft(text, door).toContain(TYPED);
    }
    proxy.set(null);
    expect((await TOUCHERS.document?.(server))?.status).toBe(200);
    await server.stop();
  });
}

test("a write whose COMMIT got no answer is said to be in doubt, and never that nothing was saved", async () => {
  const server = await start();
  for (const fault of ["cutAtCommit", "swallowAtCommit"] as const) {
    for (const [door, send] of Object.entries({ api: postApi, action: sendAction, form: postForm })) {
      const title = `${TYPED} at ${fault} by ${door}`;
      proxy.set(null);
      expect((await TOUCHERS.api?.(server))?.status).toBe(200);
      proxy.set(fault);
      const answer = await send(server, title);
      const text = await answer.text();
      proxy.set(null);
      expect.soft(answer.status, title).toBe(503);
      expect.soft(text, title).not.toContain("Nothing was saved");
      expect.soft(text, title).toContain("Look whether your change is there");
      if (door === "api") expect.soft(JSON.parse(text), title).toMatchObject({ inDoubt: true });
      else if (fault === "cutAtCommit") expect.soft(text, title).toContain(title);
      await expect(async () => {
        const found = await ask(server, `/api/v1/events?q=${encodeURIComponent(title)}`);
        expect(((await found.json()) as { total: number }).total, title).toBe(1);
      }).toPass({ timeout: 20_000 });
    }
  }
  await server.stop();
});

test("what can't be stored is refused at the door, and the log has none of it", async () => {
  const server = await start();
  for (const [door, send] of Object.entries({ action: sendAction, form: postForm })) {
    const answer = await send(server, `${TYPED}\u0000secretly`);
    const text = await answer.text();
    expect.soft(answer.status, door).toBe(200);
    expect.soft(text, door).toContain("U+0000");
  }
  expect.soft((await postApi(server, `${TYPED}\u0000secretly`)).status).toBe(422);
  const WRONG = { "/stations/%ED%A0%80": 400, "/api/v1/stations/%ED%A0%80": 400, "/stations/%00": 404 };
  const ODD = { "/claims/constructor": 404, "/claims/__proto__": 404, "/api/v1/stations/%00": 404 };
  for (const [path, status] of Object.entries({ ...WRONG, ...ODD })) {
    const answer = await ask(server, path, { headers: { accept: "text/html" } });
    expect.soft(answer.status, path).toBe(status);
  }
  for (const path of ["/evidence?station=__proto__", "/stations?q=%ED%A0%80", "/events/new?station=__proto__"]) {
    expect.soft((await ask(server, path, { headers: { accept: "text/html" } })).status, path).toBe(200);
  }
  const far = await fetch(`${server.base}/stations?q=${"x".repeat(6000)}`, { redirect: "manual" });
  expect.soft(far.status).toBe(307);
  expect.soft(far.headers.get("location")).toContain("/sign-in");
  expect.soft(server.log()).not.toContain("secretly");
  await server.stop();
});

test("a write from a page of another site is a 403 at every door, whatever names it gives the site", async () => {
  const server = await start();
  const foreign = { origin: "https://evil.example" };
  const TRIES: Record<string, string>[] = [
    foreign,
    { origin: "null" },
    { ...foreign, "x-forwarded-host": "evil.example" },
    { origin: "", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];
  for (const headers of TRIES) {
    expect.soft((await sendAction(server, "A foreign event", headers)).status, JSON.stringify(headers)).toBe(403);
    expect.soft((await postApi(server, "A foreign event", headers)).status, JSON.stringify(headers)).toBe(403);
  }
  const listed = await ask(server, "/api/v1/events?q=A+foreign+event");
  expect(((await listed.json()) as { total: number }).total).toBe(0);
  await server.stop();
});

test("a server that is asked to end finishes what it has begun, and begins nothing", async () => {
  const server = await start();
  expect((await fetch(`${server.base}/readyz`)).status).toBe(200);
  expect((await TOUCHERS.document?.(server))?.status).toBe(200);
  const stream = await ask(server, "/api/v1/stream");
  proxy.set("delay");
  const begun = ask(server, "/stations", { headers: { accept: "text/html" } });
  await new Promise((later) => setTimeout(later, 150));
  const ended = server.stop("SIGTERM");
  await new Promise((later) => setTimeout(later, 50));
  const late = await ask(server, "/api/v1/stations");
  expect.soft([late.status, late.headers.get("connection")]).toEqual([503, "close"]);
  expect.soft((await fetch(`${server.base}/readyz`)).status).toBe(503);
  expect.soft((await begun).status).toBe(200);
  await stream.text();
  proxy.set(null);
  expect(await ended).toBe(143);
});
