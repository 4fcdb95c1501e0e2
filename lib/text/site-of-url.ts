/** Second levels under which a country registers names: theguardian.co.uk is a site, co.uk is none. */
const SHARED = /^(?:ac|co|com|edu|gob|gouv|gov|go|mil|net|ne|or|org)$/;

/**
 * The site that an address is at, for people: "https://www.nrc.nl/nieuws/…" → "nrc.nl". Path, query and subdomain are left
 * out, since they may name a person. Null when the text is no http(s) address.
 */
export function siteOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const labels = hostname.split(".");
  if (/^[\d.]+$|:/.test(hostname) || labels.length <= 2) return hostname;
  const isShared = labels.at(-1)?.length === 2 && SHARED.test(labels.at(-2) ?? "");
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** Text with the site in place of each address in it. */
export const withSites = (text: string) =>
  text.replace(/https?:\/\/[^\s<>"')\]]+/gi, (address) => siteOf(address) ?? address);
