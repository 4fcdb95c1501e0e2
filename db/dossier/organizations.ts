import { countryName } from "@/lib/records/country";
import type { OrganizationKind, Reliability } from "@/lib/records/organization";
import { RESERVED_SLUGS } from "@/lib/records/slug";
import { slugify } from "@/lib/text/slugify";
import type { DossierProblem } from "./problem";
import type { RowWithLine } from "./read";
import type { OrganizationRow } from "./rows";

export type Found = { readonly slug: string; readonly kind: OrganizationKind; readonly country: string | null };
export type Named = Found & {
  readonly name: string;
  readonly alternateNames: readonly string[];
  readonly reliability: Reliability | null;
  readonly line: number;
};
type Entry = { readonly organization: Named; readonly speaks: boolean };

/** "The Guardian" and "Guardian", "Fratelli d’Italia" and "Fratelli d'Italia" are the same name. */
const fold = (text: string) =>
  text.normalize("NFC").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase().replace(/^the /, "");

/**
 * The organizations of a dossier, by every way in which its files write them. One that nobody listed is made when it is
 * named, once for each name.
 */
export class Register {
  readonly problems: DossierProblem[] = [];
  /** Those that the files name; only these are loaded. */
  readonly used = new Map<string, Named>();
  private readonly known = new Map<string, Entry>();
  private readonly slugs = new Map<string, string>();

  constructor(listed: readonly RowWithLine<OrganizationRow>[]) {
    for (const { row, line } of listed) {
      const country = row.country_iso2;
      const organization = {
        ...this.name(row.name),
        kind: row.kind,
        country,
        line,
        alternateNames: row.alternate_names,
        reliability: row.reliability,
      };
      for (const alias of [row.name, ...row.alternate_names, ...row.aliases])
        this.learn(alias, { organization, speaks: false }, line);
      for (const speaker of row.speakers) this.learn(speaker, { organization, speaks: true }, line);
    }
  }

  /** @param country whose authorities are meant: "NL: Ministry of Foreign Affairs" is listed for that country only */
  find(text: string, country: string | null = null): (Found & { readonly speaks: boolean }) | null {
    const entry = this.entryOf(text, country);
    if (!entry) return null;
    this.used.set(entry.organization.slug, entry.organization);
    return { ...entry.organization, speaks: entry.speaks };
  }

  isListed(text: string): boolean {
    return this.entryOf(text, null) !== undefined;
  }

  /** As `find`; one that is not listed is made of the text itself. */
  findOrMake(
    text: string,
    kind: OrganizationKind,
    country: string | null = null,
  ): Found & { readonly speaks: boolean } {
    const found = this.find(text, country);
    if (found) return found;
    const isForeign = country !== null && kind !== "embassy";
    const name = isForeign ? `${text} (${countryName(country, "en")})` : text;
    const organization = { ...this.name(name), kind, country, line: 0, alternateNames: [], reliability: null };
    this.known.set(fold(isForeign ? `${country}: ${text}` : text), { organization, speaks: false });
    this.used.set(organization.slug, organization);
    return { ...organization, speaks: false };
  }

  private entryOf(text: string, country: string | null): Entry | undefined {
    return (country && this.known.get(fold(`${country}: ${text}`))) || this.known.get(fold(text));
  }

  private learn(alias: string, entry: Entry, line: number): void {
    const before = this.known.get(fold(alias));
    if (before && before.organization.slug !== entry.organization.slug) {
      const reason = `“${alias}” is ${before.organization.name} already`;
      this.problems.push({ file: "organizations.csv", line, column: "aliases", reason });
    }
    this.known.set(fold(alias), entry);
  }

  private name(name: string): { name: string; slug: string } {
    const stem = slugify(name) || "organization";
    let slug = stem;
    const isTaken = () => RESERVED_SLUGS.has(slug) || (this.slugs.get(slug) ?? name) !== name;
    for (let index = 2; isTaken(); index += 1) slug = `${stem}-${index}`;
    this.slugs.set(slug, name);
    return { name, slug };
  }
}
