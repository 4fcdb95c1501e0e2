import { cutKey } from "./name-key";

/**
 * Addresses made alike before they are compared, as `address_key` of the migration "likeness" does, which
 * db/schema/folding-in-sql.test.ts holds.
 */

/** What stands before the address that a public archive's copy is of. */
const ARCHIVE =
  /^https?:\/\/(?:www\.)?(?:web\.archive\.org\/web\/[0-9]+[a-z_*]*\/|archive\.(?:ph|today|is|li|vn|md|fo)\/(?:o\/[A-Za-z0-9]+|[0-9]{4,})\/)(?=.)/i;
const PARTS = /^(?<host>[^/?#]*)(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?$/s;
/** Says where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_[^=]*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url|cmpid|ocid|smid)(?:=|$)/i;

/** "http://www.Example.org/a/?utm_source=x" and an archive's copy of it → "example.org/a". */
export function addressKey(address: string): string {
  const bare = address
    .trim()
    .replace(ARCHIVE, "")
    .replace(/^https?:\/+/i, "");
  const { host = "", path = "", query = "", fragment = "" } = PARTS.exec(bare)?.groups ?? {};
  const site = host
    .toLowerCase()
    .replace(/^www[0-9]?\./, "")
    .replace(/(?::80|:443)?$/, "")
    .replace(/\.$/, "");
  const fields = query
    .slice(1)
    .split("&")
    .filter((field) => field !== "" && !TRACKING.test(field))
    .sort((one, other) => (one < other ? -1 : 1));
  const asked = fields.length > 0 ? `?${fields.join("&")}` : "";
  const shown = /^#[/!]/.test(fragment) ? fragment : "";
  return cutKey(`${site}${path.replace(/\/+$/, "")}${asked}${shown}`);
}

const decoded = (address: string) => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** The keys of an address as typed, and with its letters escaped and plain: browsers copy either. */
export function addressKeys(address: string): string[] {
  const escaped = URL.canParse(address) ? new URL(address).href : address;
  return [...new Set([...new Set([address, escaped, decoded(escaped)])].map(addressKey))];
}

/** The site of a key: what stands before its first slash. */
export const siteOfKey = (key: string) => key.split(/[/?#]/)[0] ?? key;
