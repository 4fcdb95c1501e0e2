import { createSocket } from "node:dgram";
import type { LookupAddress } from "node:dns";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createPlainServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BrowserProgram, BrowserRefused, captureInBrowser } from "./capture-in-browser";
import { chromiumVersion, machinesChromium } from "./find-chromium";

const asked: string[] = [];
/** Whatever reaches a server that no page may reach. */
const arrived: string[] = [];
const pages: Record<string, string | RequestListener> = {};
const server = createServer((request, answer) => {
  asked.push(`${request.method} ${request.url}`);
  const page = pages[new URL(request.url ?? "", "http://localhost").pathname];
  if (typeof page === "function") return page(request, answer);
  if (page === undefined) return answer.writeHead(404).end();
  answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Set-Cookie": "seen=1" }).end(page);
});
const forbidden = createPlainServer((socket) => {
  arrived.push("a connection");
  socket.on("data", (part) => arrived.push(part.toString("latin1").slice(0, 80))).on("error", () => undefined);
  socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: *\r\n\r\nhi");
});
const deaf = createSocket("udp4", (part) => arrived.push(`UDP ${part.length}`));
let [here, there, udp] = ["", "", 0];
let program: BrowserProgram;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wederhoor-profiles-"));
  // As a folder of temporary files is: whoever has a name there gets to it.
  await chmod(folder, 0o711);
  vi.stubEnv("TMPDIR", folder);
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  await new Promise<void>((open) => forbidden.listen(0, "127.0.0.1", open));
  await new Promise<void>((open) => deaf.bind(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  there = `127.0.0.1:${(forbidden.address() as AddressInfo).port}`;
  udp = deaf.address().port;
  const path = process.env.CHROMIUM_PATH || (await machinesChromium()) || "";
  program = { path, version: (await chromiumVersion(path)) ?? "", isSandboxed: true };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
  for (const one of [server, forbidden]) one.close();
  server.closeAllConnections();
  deaf.close();
});

let rebinding = 0;
/** `here.example` is the test's own server, listed by its name; `moving.example` is public once, and of this machine after that. */
async function resolve(host: string): Promise<LookupAddress[]> {
  const of: Record<string, string> = { "here.example": "127.0.0.1", "inner.example": "127.0.0.1" };
  if (host === "moving.example") rebinding += 1;
  const address = host === "moving.example" && rebinding === 1 ? "192.0.2.1" : of[host];
  return address || host === "moving.example" ? [{ address: address ?? "127.0.0.1", family: 4 }] : [];
}
const open = (path: string, bounds = {}) =>
  captureInBrowser(`http://${here}${path}`, program, { allowed: [here, "here.example"], resolve }, bounds);
const reasonOf = (opening: Promise<unknown>) =>
  opening.then(
    () => "was opened",
    (error) => (error instanceof BrowserRefused ? error.reason : String(error)),
  );
const profiles = () => readdir(folder);

test("a page that its scripts draw is pictured before and after its question for consent, whole, as PDF and as DOM", async () => {
  pages["/news"] = `<!doctype html><title>News</title><body style="margin:0;background:#fff"><h1 id=h></h1>
    <div style="height:3000px"></div><img loading=lazy src="/late.png" width=100 height=100>
    <div id=ask style="position:fixed;inset:0;background:#000;color:#fff">We use cookies.
      <a href="/elsewhere">Reject all</a><button onclick="document.cookie='given=1'">Accept all</button>
      <button onclick="ask.remove();fetch('/refused',{method:'POST'})">Alles weigeren</button></div>
    <script>h.textContent = "Drawn by a script"; document.documentElement.__defineGetter__("outerHTML", () => "forged");
      alert("Stop"); window.open("/popup")</script>`;
  const { parts, summary } = await open("/news");
  expect(parts.map(({ part }) => part)).toEqual([
    ...["first_screen", "after_consent", "full_page", "printed", "dom"],
  ]);
  const [first, after, whole, printed, dom] = parts.map(({ bytes }) => bytes);
  const look = async (bytes: Buffer | undefined) => {
    const { width, height } = await sharp(bytes).metadata();
    const pixel = await sharp(bytes).extract({ left: 600, top: 600, width: 1, height: 1 }).raw().toBuffer();
    return [width, height, pixel[0]];
  };
  expect(await look(first)).toEqual([1280, 900, 0]);
  expect(await look(after)).toEqual([1280, 900, 255]);
  const [width, height] = await look(whole);
  expect([width, Number(height) > 3000]).toEqual([1280, true]);
  expect(printed?.subarray(0, 5).toString()).toBe("%PDF-");
  expect(dom?.toString()).toContain("Drawn by a script");
  expect(dom?.toString()).not.toContain("We use cookies");
  expect(summary).toMatchObject({
    ...{ landed: `http://${here}/news`, status: 200, addresses: ["127.0.0.1"], isCut: false, refused: [] },
    consent: { choice: "refused", label: "Alles weigeren" },
  });
  expect(asked).toContain("GET /late.png");
  expect(asked).not.toContain("POST /refused");
  expect(summary.heldBack).toBe(1);
  expect(asked).not.toContain("GET /popup");
  expect(asked).not.toContain("GET /elsewhere");
  expect(await profiles()).toEqual([]);
});

test("a page sends nothing, by whichever way: forms, beacons, frames of other sites, workers, sockets", async () => {
  const post = "fetch('/sent-by-NAME',{method:'POST',body:'x'})";
  pages["/worker.js"] = (_request, answer) =>
    answer.writeHead(200, { "Content-Type": "text/javascript" }).end(post.replace("NAME", "worker"));
  pages["/frame"] =
    `<form method=post action="/sent-by-frame"></form><script>${post.replace("NAME", "frame-script")};document.forms[0].submit()</script>`;
  const port = here.split(":")[1];
  pages["/sender"] = `<!doctype html><title>Sender</title><h1>Reads</h1><img src="/read-by-image">
    <iframe src="http://here.example:${port}/frame"></iframe>
    <iframe name=aside></iframe><form method=post action="/sent-by-form" target=aside><input name=a value=b></form>
    <script>document.forms[0].submit(); navigator.sendBeacon("/sent-by-beacon", "x"); new Worker("/worker.js");
      ${post.replace("NAME", "put").replace("POST", "PUT")}; ${post.replace("NAME", "script")};
      new WebSocket("ws://${here}/sent-by-socket"); fetch("/read-by-script", {method: "HEAD"});
      fetch("/sent-at-the-end", {method: "POST", keepalive: true, body: "x"})</script>`;
  asked.length = 0;
  const { summary } = await captureInBrowser(`http://${here}/sender`, program, {
    allowed: [here, "here.example", `here.example:${port}`],
    resolve,
  });
  expect(asked).toEqual(
    expect.arrayContaining(["GET /read-by-image", "HEAD /read-by-script", "GET /frame", "GET /worker.js"]),
  );
  expect(asked.filter((one) => /sent|POST|PUT/.test(one))).toEqual([]);
  expect(summary.heldBack).toBeGreaterThanOrEqual(7);
});

/** Every way out of a page that comes to mind, each to a server of this machine. */
const waysOut = () => {
  const hosts = [
    there,
    `localhost:${there.split(":")[1]}`,
    `[::1]:${there.split(":")[1]}`,
    `2130706433:${there.split(":")[1]}`,
  ];
  const names = [
    "inner.example",
    "moving.example",
    "moving.example:8080",
    "10.0.0.1",
    "169.254.169.254",
    "[::ffff:7f00:1]",
  ];
  const all = [...hosts, ...names].flatMap((host) => [`http://${host}/`, `https://${host}/`]);
  const to = (url: string) => `/to?${encodeURIComponent(url)}`;
  return `<!doctype html><link rel="dns-prefetch" href="//inner.example"><link rel="preconnect" href="http://${there}">
    <link rel="icon" href="http://${there}/favicon.ico"><link rel="prefetch" href="http://${there}/prefetch">
    <link rel="stylesheet" href="http://${there}/style"><script src="http://${there}/script"></script>
    <meta http-equiv="Content-Security-Policy" content="">
    ${all.map((url) => `<img src="${url}image"><iframe src="${url}frame"></iframe><img src="${to(`${url}redirect`)}">`).join("")}
    <object data="http://${there}/object"></object><video src="http://${there}/video"></video>
    <a id=ping href="#" ping="http://${there}/ping">a</a><form id=f method=post action="http://${there}/form" target=x></form><iframe name=x></iframe>
    <script>
      for (const url of ${JSON.stringify(all)}) {
        fetch(url + "fetch", { mode: "no-cors", method: "POST", body: "x" }).catch(() => 0);
        try { new WebSocket(url.replace("http", "ws")); } catch {}
        try { new EventSource(url + "events"); } catch {}
        navigator.sendBeacon(url + "beacon", "x");
      }
      try { new WebTransport("https://${there}/"); } catch {}
      const worker = "fetch('http://${there}/worker', { mode: 'no-cors' }); new WebSocket('ws://${there}/')";
      new Worker(URL.createObjectURL(new Blob([worker])));
      try { new SharedWorker(URL.createObjectURL(new Blob([worker]))); } catch {}
      navigator.serviceWorker?.register("/sw.js").catch(() => 0);
      const peer = new RTCPeerConnection({ iceServers: [{ urls: ["stun:127.0.0.1:${udp}", "turn:${there}?transport=tcp"], username: "a", credential: "b" }] });
      peer.createDataChannel("x");
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      ping.click(); f.submit();
      const speculation = document.createElement("script");
      speculation.type = "speculationrules";
      speculation.textContent = JSON.stringify({ prefetch: [{ urls: ["http://${there}/speculated"] }] });
      document.head.append(speculation);
    </script><p>Here`;
};

test("no address of this machine or of a private net is asked by anything on a page, while what is listed is", async () => {
  pages["/to"] = (request, answer) => {
    answer.writeHead(302, { Location: decodeURIComponent(request.url?.split("?")[1] ?? "") }).end();
  };
  pages["/sw.js"] = (_request, answer) =>
    answer.writeHead(200, { "Content-Type": "text/javascript" }).end(`fetch("http://${there}/service-worker")`);
  pages["/ways"] = waysOut();
  const [, port] = here.split(":");
  pages["/named"] = `<img src="http://here.example:${port}/by-name">`;
  const { summary, parts } = await open("/ways");
  expect(arrived).toEqual([]);
  expect(parts.map(({ part }) => part)).toEqual(["first_screen", "full_page", "printed", "dom"]);
  const why = new Map(summary.refused.map(({ host, why: reason }) => [host, reason]));
  expect(why.get(there)).toBe("port");
  // The same page reaches that server where an installation lists it.
  const listed = [here, there];
  await captureInBrowser(`http://${here}/ways`, program, { allowed: listed, resolve });
  expect(new Set(arrived.map((line) => line.split(" HTTP")[0])).size).toBeGreaterThan(10);
  arrived.length = 0;
  await open("/named");
  expect(asked).toContain("GET /by-name");
  for (const url of [`http://${there}/`, `http://inner.example/`, `http://10.0.0.1/`]) {
    expect(await reasonOf(open(`/to?${encodeURIComponent(url)}`))).toMatch(/^(?:port|address)$/);
  }
  expect(arrived).toEqual([]);
});

test("a page that never ends, is too large, or asks without end, is cut or given up, and leaves nothing running", async () => {
  pages["/busy"] = "<p>Busy<script>for (;;) {}</script>";
  expect(await reasonOf(open("/busy", { longest: 4000 }))).toBe("time");
  pages["/large"] = (_request, answer) =>
    void answer.writeHead(200, { "Content-Type": "image/png" }).end(Buffer.alloc(2 ** 20));
  pages["/many"] = `<p>Many<script>for (let at = 0; at < 30; at += 1) new Image().src = "/large?" + at</script>`;
  const many = await open("/many", { largest: 2 ** 22 });
  expect(many.summary).toMatchObject({ isCut: true });
  expect(many.summary.bytes).toBeLessThan(2 ** 23);
  pages["/asking"] = `<p>Asking<script>for (let at = 0; at < 30; at += 1) new Image().src = "/x?" + at</script>`;
  const asking = await open("/asking", { connections: 10 });
  expect(asking.summary.isCut).toBe(true);
  expect(await reasonOf(captureInBrowser("http://127.0.0.1:9/", program, { allowed: ["127.0.0.1:9"] }))).toBe(
    "connection",
  );
  expect(
    await reasonOf(captureInBrowser(`http://${here}/news`, { ...program, path: "/bin/false" }, { allowed: [] })),
  ).toBe("program");
  expect(await profiles()).toEqual([]);
});
