import type postgres from "postgres";

type Options = postgres.Options<Record<string, postgres.PostgresType>>;

/**
 * Splits an address into what postgres.js takes as a URL and as options. A Unix socket is written as libpq writes it,
 * `postgres://role:password@localhost/database?host=/folder`, which postgres.js would send to the server as a setting.
 */
export function parseAddress(address: string): [url: string, options: Options] {
  const url = new URL(address);
  const folder = url.searchParams.get("host");
  if (!folder) return [address, {}];
  url.searchParams.delete("host");
  return [url.href, { host: folder }];
}
