import ipaddr from "ipaddr.js";
import type { FetchFailure } from "@/lib/records/capture";

export class FetchRefused extends Error {
  override name = "FetchRefused";
  /** @param reason what a person is told, in their language; `detail` is for who reads the log */
  constructor(
    readonly reason: FetchFailure,
    detail?: string,
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}

const PORTS: ReadonlySet<string> = new Set(["", "80", "443", "8080", "8443"]);
const GLOBAL_IPV6 = ipaddr.IPv6.parse("2000::");

/** Whether an IP address is one of the public internet's: of no net of our own, and none that stands for another address. */
export function isPublicAddress(address: string): boolean {
  // By these four parts alone: ipaddr.js also reads "127.1" and "0x7f.1", which no resolver answers.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_IPV6, 3);
}

/** The host of an address, as it is resolved: an IPv6 address without its brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

/** @param allowed `host` or `host:port`, as an installation lists what its server may ask of its own net */
export function isListed(url: URL, allowed: readonly string[]): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return allowed.some((entry) => entry === url.hostname || entry === `${url.hostname}:${port}`);
}

/**
 * What can be said of an address before anything is resolved. `URL` has read decimal, octal and hexadecimal spellings by then.
 * @throws FetchRefused
 */
export function checkAddress(url: URL, allowed: readonly string[]): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchRefused("scheme");
  if (url.username !== "" || url.password !== "") throw new FetchRefused("userinfo");
  if (isListed(url, allowed)) return;
  if (!PORTS.has(url.port)) throw new FetchRefused("port", url.port);
  const host = hostOf(url);
  if (ipaddr.isValid(host) && !isPublicAddress(host)) throw new FetchRefused("address", host);
}
