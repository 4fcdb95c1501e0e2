import { readDateText } from "../dates/date-text";
import { addressKey, siteOfKey } from "../text/address-key";
import { LANGUAGE_CODES } from "../text/language-text";
import { readCountry } from "./country-text";

/** What an address tells without being opened; null where it doesn't. */
type AddressHints = {
  /** "dagbladrijnmond.nl", as the keys of addresses have it. */
  readonly site: string;
  readonly home: string;
  /** EDTF. */
  readonly published: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Of the site's name, ISO 3166-1 alpha-2. */
  readonly country: string | null;
};

const MONTH_WORD = "[a-z]{3,9}";
const DATES = [
  /[/_-](\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/,
  new RegExp(`[/_-](\\d{4})/(${MONTH_WORD})/(\\d{1,2})(?=[/_.-]|$)`, "i"),
  /[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.T-]|$)/,
] as const;
const MONTH = /\/((?:19|20)\d{2})[/-](\d{2})(?=\/|$)/;
const YEAR = [1990, 2100] as const;

function dateIn(path: string): string | null {
  for (const pattern of DATES) {
    const [, year = "", month = "", day = ""] = pattern.exec(path) ?? [];
    if (year === "" || Number(year) < YEAR[0] || Number(year) > YEAR[1]) continue;
    const written = /\d/.test(month)
      ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
      : `${day} ${month} ${year}`;
    const read = readDateText(written);
    if (read && read !== "ambiguous") return read.edtf;
  }
  const [, year, month] = MONTH.exec(path) ?? [];
  const read = year && month ? readDateText(`${year}-${month}`) : null;
  return read && read !== "ambiguous" ? read.edtf : null;
}

/** As a part of the path, of the site's name, or as `?lang=`. */
function languageIn({ hostname, pathname, searchParams }: URL): string | null {
  const [first = ""] = hostname.split(".");
  const asked = searchParams.get("lang") ?? searchParams.get("language") ?? "";
  const parts = [asked, ...pathname.split("/").slice(1, 3), first];
  const tag = parts.find(
    (part) => /^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(part) && LANGUAGE_CODES.includes(part.slice(0, 2).toLowerCase()),
  );
  return tag ? tag.slice(0, 2).toLowerCase() : null;
}

/** Null for what is no http(s) address. */
export function readAddressHints(address: string): AddressHints | null {
  if (!/^https?:\/\//i.test(address.trim()) || !URL.canParse(address.trim())) return null;
  const url = new URL(address.trim());
  const site = siteOfKey(addressKey(url.href));
  if (!site.includes(".")) return null;
  const ending = site.split(".").at(-1) ?? "";
  return {
    site,
    home: `${url.protocol}//${url.host}`,
    published: dateIn(url.pathname),
    language: languageIn(url),
    country: /^[a-z]{2}$/.test(ending) ? readCountry(ending) : null,
  };
}
