import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FetchRefused, isPublicAddress } from "./allowed-address";
import { connectGuarded } from "./guarded-connection";
import { fetchGuarded, headerOf } from "./guarded-fetch";

/** What a server on this machine was asked. */
const asked: { url: string; headers: Record<string, unknown> }[] = [];
const answers: Record<string, RequestListener> = {
  "/page": (_request, answer) => answer.setHeader("Set-Cookie", "a=1").end("<p>Here"),
  "/packed": (_request, answer) => answer.setHeader("Content-Encoding", "gzip").end(gzipSync("<p>Packed")),
  "/large": (_request, answer) => answer.write("x".repeat(3000)) && answer.end(),
  "/announced-large": (_request, answer) => answer.setHeader("Content-Length", 1_000_000).flushHeaders(),
  "/silent": () => undefined,
  "/half": (_request, answer) => answer.write("<p>Half"),
  "/round": (_request, answer) => answer.writeHead(302, { Location: "/round" }).end(),
  "/missing": (_request, answer) => answer.writeHead(404).end("No"),
};
const server = createServer((request, answer) => {
  asked.push({ url: request.url ?? "", headers: request.headers });
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const to = searchParams.get("to");
  if (to !== null) answer.writeHead(Number(searchParams.get("by") ?? 302), { Location: to }).end();
  else answers[pathname]?.(request, answer);
});
let here = "";
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Names as their owners may have them resolved. A name with several answers has another one each time that it is asked for. */
const NAMES: Record<string, string[][]> = {
  "loopback.test": [["127.0.0.1"]],
  "loopback6.test": [["::1"]],
  "private.test": [["10.1.2.3"]],
  "metadata.test": [["169.254.169.254"]],
  "mapped.test": [["::ffff:127.0.0.1"]],
  "unique-local.test": [["fd12:3456::1"]],
  "nat64.test": [["64:ff9b::7f00:1"]],
  "zone.test": [["fe80::1%lo"]],
  "one-of-two.test": [["93.184.216.34", "192.168.1.1"]],
  "one-of-two6.test": [["2606:2800:220:1::1", "fc00::1"]],
  "rebinding.test": [["127.0.0.1"], ["93.184.216.34"]],
  "short.test": [["127.1"]],
  "moving.test": [["127.0.0.1"], ["10.0.0.1"]],
  "nowhere.test": [[]],
};
const resolved: string[] = [];
async function resolve(host: string): Promise<LookupAddress[]> {
  const turn = resolved.filter((name) => name === host).length;
  resolved.push(host);
  const all = NAMES[host] ?? [];
  return (all[turn % Math.max(1, all.length)] ?? []).map((address) => ({
    address,
    family: address.includes(":") ? 6 : 4,
  }));
}

const fetchHere = (address: string, allowed: readonly string[] = [here], more: object = {}) =>
  fetchGuarded(address, { allowed, largest: 2000, longest: 60_000, resolve, ...more });
const reasonOf = (fetching: Promise<unknown>): Promise<string> =>
  fetching.then(
    () => "was answered",
    (error) => (error instanceof FetchRefused ? error.reason : String(error)),
  );

const OF_OUR_OWN = [
  ...["127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0x7f.0x0.0x0.0x1"],
  ...["017700000001", "0177.0.0.1", "0177.0.0.01", "0", "0.0.0.0", "00000000", "0x0", "127.0.0.1.", "①②⑦.⓪.⓪.①"],
  ...["10.0.0.1", "10.255.255.255", "167772161", "0xa000001", "012.0.0.1", "172.16.0.1", "172.31.255.255"],
  ...["192.168.0.1", "3232235521", "0300.0250.0.1", "192.168.257", "169.254.169.254", "2852039166", "0xa9fea9fe"],
  ...["100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.7"],
  ...["224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1"],
  ...["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]"],
  ...["[::ffff:8.8.8.8]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::a00:1]"],
  ...["[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]"],
  ...["[2001:db8::1]", "[3fff::1]", "[100::1]", "[2001:10::1]", "[2001:2::1]", "[5f00::1]", "[4000::1]"],
];

test.each(OF_OUR_OWN)("no address of our own nets is asked, however it is written: %s", async (host) => {
  expect(await reasonOf(fetchHere(`http://${host}/`))).toBe("address");
  expect(await reasonOf(fetchHere(`https://${host}/latest/meta-data`))).toBe("address");
  // As it goes into a header, which holds ASCII alone.
  const to = encodeURIComponent(`http://${host.normalize("NFKC")}/`);
  expect(await reasonOf(fetchHere(`http://${here}/?to=${to}`))).toBe("address");
});

test.each(Object.keys(NAMES).filter((name) => !/^(?:nowhere|moving)/.test(name)))(
  "no name is asked that resolves there: %s",
  async (name) => {
    resolved.length = 0;
    expect(await reasonOf(fetchHere(`http://${name}/`))).toBe("address");
    expect(resolved).toEqual([name]);
    resolved.length = 0;
    expect(await reasonOf(fetchHere(`http://${here}/?to=https://${name}/`))).toBe("address");
  },
);

test("the machine's own resolver is held to the same", async () => {
  for (const name of ["localhost", "LOCALHOST", "localhost."]) {
    expect(await reasonOf(fetchHere(`http://${name}/`, [here], { resolve: undefined }))).toMatch(
      /^(?:address|unresolved)$/,
    );
  }
});

test.each([
  ["http://user@93.184.216.34/", "userinfo"],
  ["http://user:word@93.184.216.34/", "userinfo"],
  ["http://93.184.216.34@127.0.0.1/", "userinfo"],
  ["http://:word@93.184.216.34/", "userinfo"],
  ["ftp://93.184.216.34/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["gopher://127.0.0.1:11211/_stats", "scheme"],
  ["data:text/html,here", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["nonsense", "scheme"],
  ["http://", "scheme"],
  ["http://127.0.0.999/", "scheme"],
  ["http://93.184.216.34:22/", "port"],
  ["http://93.184.216.34:6379/", "port"],
  ["http://93.184.216.34:25/", "port"],
  ["https://page.test:5432/", "port"],
  ["http://nowhere.test/", "unresolved"],
])("%s is refused: %s, and so is a redirect there", async (address, reason) => {
  expect(await reasonOf(fetchHere(address))).toBe(reason);
  if (URL.canParse(address)) {
    expect(await reasonOf(fetchHere(`http://${here}/?to=${encodeURIComponent(address)}`))).toBe(reason);
  }
});

test("a name is resolved once for each connection, which goes to what was checked", async () => {
  const { length } = asked;
  const moving = `moving.test:${here.split(":")[1]}`;
  resolved.length = 0;
  const [exchange] = await fetchHere(`http://${moving}/page`, [moving]);
  expect([exchange?.address, resolved]).toEqual(["127.0.0.1", ["moving.test"]]);
  // Its next answer is another net's: what it resolved to before is not believed.
  resolved.length = 0;
  resolved.push("rebinding.test");
  NAMES["rebinding.test"]?.reverse();
  expect(await reasonOf(fetchHere(`http://${here}/?to=http://rebinding.test/`))).toBe("address");
  expect(asked.slice(length).map(({ url }) => url)).toEqual(["/page", "/?to=http://rebinding.test/"]);
});

/** Public when it is looked at first, as it is checked, and of this machine from then on, as it is connected to. */
async function resolveRebound(): Promise<LookupAddress[]> {
  let reads = 0;
  const address = () => {
    reads += 1;
    return reads === 1 ? "93.184.216.34" : "127.0.0.1";
  };
  return [Object.defineProperty({ address: "", family: 4 }, "address", { get: address, enumerable: true })];
}

test("a name that was public when it was checked is refused at the connection itself, at both levels", async () => {
  const { length } = asked;
  const url = `http://rebound.test:${here.split(":")[1]}/page`;
  const { address, family } = (await resolveRebound())[0] as LookupAddress;
  expect([isPublicAddress(address), family]).toEqual([true, 4]);
  // By what both levels connect, whatever the port; and by the one that asks itself, which is let to the usual ones alone.
  const connected = await connectGuarded(new URL(url), { allowed: [here], resolve: resolveRebound }).catch(
    (error) => error,
  );
  expect(connected).toMatchObject({ reason: "address", message: expect.stringContaining("127.0.0.1") });
  // The very same, where that name is listed, gets there: what refused was the check of the connection.
  expect(await reasonOf(fetchHere(url, [new URL(url).host], { resolve: resolveRebound }))).toBe("was answered");
  expect(asked.slice(length)).toHaveLength(1);
});

test.each([
  "8.8.8.8",
  "1.1.1.1",
  "93.184.216.34",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "192.167.255.255",
  "11.0.0.1",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.0.1",
  "198.17.0.1",
  "223.255.255.255",
  "2606:4700::1111",
  "2001:4860:4860::8888",
  "2a00:1450:400e::200e",
])("%s is of the public internet", (address) => expect(isPublicAddress(address)).toBe(true));

test("a listed host is asked, with its redirects, without cookies, and answers as it was on the line", async () => {
  const { length } = asked;
  const exchanges = await fetchHere(`http://${here}/?by=301&to=/page%23part`);
  expect(exchanges.map(({ url, status }) => [new URL(url).pathname, status])).toEqual([
    ["/", 301],
    ["/page", 200],
  ]);
  const [, last] = exchanges;
  expect(last).toMatchObject({ address: "127.0.0.1", httpVersion: "1.1", statusText: "OK", certificates: [] });
  expect(last?.body.toString()).toBe("<p>Here");
  expect(last && headerOf(last, "set-cookie")).toBe("a=1");
  const [, second] = asked.slice(length);
  expect(second?.headers).not.toHaveProperty("cookie");
  expect(Object.keys(second?.headers ?? {})).toEqual(last?.requestHeaders.map(([name]) => name.toLowerCase()));
  // A listed host is listed with its port: no other port of it is.
  expect(await reasonOf(fetchHere("http://127.0.0.1:8080/"))).toBe("address");
});

test("what was packed stays packed, and a status that refuses is an answer", async () => {
  const [packed] = await fetchHere(`http://${here}/packed`);
  expect(packed?.body).toEqual(gzipSync("<p>Packed"));
  expect((await fetchHere(`http://${here}/missing`)).map(({ status }) => status)).toEqual([404]);
});

test.each([
  ["/large", "size"],
  ["/announced-large", "size"],
  ["/round", "redirects"],
])("%s is bounded by %s", async (path, reason) => {
  expect(await reasonOf(fetchHere(`http://${here}${path}`))).toBe(reason);
});

test.each(["/silent", "/half"])("%s is given up when its time is over", async (path) => {
  expect(await reasonOf(fetchHere(`http://${here}${path}`, [here], { longest: 100 }))).toBe("time");
});
