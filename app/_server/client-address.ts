import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Written over on every request: what a client sends under this name is never read. */
const HEADER = "x-client-address";

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** "[2001:db8::1]:443" and "::ffff:10.0.0.1" as the addresses that they are; "" for what is none. */
function plainAddress(text: string): string {
  const bare = text.trim().replace(/^\[(.*)\](?::\d+)?$/, "$1");
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, "").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return isIP(address) ? address : "";
}

/** @param listed TRUSTED_PROXIES: addresses and networks ("10.0.0.0/8"), with commas between them */
export function readProxies(listed: string): BlockList {
  const proxies = new BlockList();
  for (const entry of listed.split(",")) {
    const [address = "", bits] = entry.trim().split("/");
    if (!isIP(address)) continue;
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  return proxies;
}

/** @param peer the other end of a socket */
export function isAmong(proxies: BlockList, peer: string | undefined): boolean {
  const address = plainAddress(peer ?? "");
  return address !== "" && proxies.check(address, familyOf(address));
}

/**
 * Where a request comes from. Anybody can send X-Forwarded-For: its addresses are believed from the right, as long as the
 * one that wrote them is a proxy of ours.
 */
export function believedAddress(peer: string, forwardedFor: string, proxies: BlockList): string {
  let address = plainAddress(peer);
  for (const before of forwardedFor.split(",").map(plainAddress).reverse()) {
    if (!before || !address || !proxies.check(address, familyOf(address))) break;
    address = before;
  }
  return address || "unknown";
}

/** Notes on each request where it comes from, before Next sees it: its handlers get headers, and no socket. */
export function noteClientAddresses(proxies = readProxies(process.env.TRUSTED_PROXIES ?? "")): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const forwarded = [headers["x-forwarded-for"] ?? ""].flat().join(",");
    headers[HEADER] = believedAddress(socket.remoteAddress ?? "", forwarded, proxies);
  });
}

/** The address that noteClientAddresses wrote. */
export const clientAddress = (headers: Headers): string => headers.get(HEADER) ?? "unknown";
