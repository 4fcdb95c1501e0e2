import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const FORWARDED = ["forwarded", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

/**
 * The hosts that this site is called by, each with its port where it has one. On this machine it has three names.
 * @param address NEXTAUTH_URL
 * @param more SITE_HOSTS, with commas between them
 */
export function ownHosts(address: string, more: string): ReadonlySet<string> {
  const url = URL.canParse(address) ? new URL(address) : null;
  const port = url?.port ? `:${url.port}` : "";
  const here = url && LOOPBACK.includes(url.hostname) ? LOOPBACK.map((name) => `${name}${port}`) : [];
  const named = more.split(",").map((host) => host.trim().toLowerCase());
  return new Set([...(url ? [url.host] : []), ...here, ...named].filter(Boolean));
}

const one = (value: string | string[] | undefined) => [value ?? []].flat()[0];

/**
 * Whether a write comes from a page of ours. A browser always sends Sec-Fetch-Site or Origin with one; a program that
 * sends neither carries nobody's cookies by accident.
 */
export function isOwnOrigin(
  hosts: ReadonlySet<string>,
  origin: string | undefined,
  site: string | undefined,
): boolean {
  if (site && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined || origin === "") return true;
  return URL.canParse(origin) && hosts.has(new URL(origin).host);
}

/**
 * Leaves of the headers that say by what name the site was called only what is so: what was forwarded by a proxy of ours,
 * and a host of ours. Whatever reads them later may believe them.
 */
export function mendHostHeaders(
  headers: IncomingHttpHeaders,
  hosts: ReadonlySet<string>,
  isFromProxy: boolean,
): void {
  if (!isFromProxy) for (const name of FORWARDED) delete headers[name];
  const [first] = hosts;
  const origin = one(headers.origin);
  const forwarded = one(headers["x-forwarded-host"])?.toLowerCase();
  if (forwarded !== undefined && !hosts.has(forwarded)) delete headers["x-forwarded-host"];
  if (first === undefined || hosts.has(headers.host?.toLowerCase() ?? "")) return;
  const asked = origin && URL.canParse(origin) ? new URL(origin).host : first;
  headers.host = hosts.has(asked) ? asked : first;
}
