import { and, desc, eq, sql } from "drizzle-orm";
import { readAddressHints } from "@/lib/records/address-hints";
import type { Actor } from "@/lib/workflow/actor";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { mayFetch } from "../../fetching/fetch-settings";
import { evidence, organizations } from "../../schema";
import { visibleTo } from "../visibility";

/** What an evidence form may begin with; null where nobody knows. It is proposed, and written by nobody yet. */
export type AddressProposal = {
  readonly published: string | null;
  readonly language: string | null;
  /** Whoever published most of what is on file from that site. */
  readonly publisher: { readonly slug: string; readonly title: string } | null;
  /** For an outlet that is not on file. */
  readonly country: string | null;
  readonly outletUrl: string | null;
  /** The server may ask for the page itself. */
  readonly mayFetch: boolean;
};

/** So many of the latest items from a site say who publishes there. */
const LOOKED_AT = 50;

/** What an address tells, with what is on file from its site, as far as the reader sees that; null for what is no address. */
export async function proposeFromAddress(actor: Actor, address: string): Promise<AddressProposal | null> {
  requirePermission(actor, "record evidence");
  const hints = readAddressHints(address);
  if (!hints) return null;
  const rows = await db
    .select({ slug: organizations.slug, title: organizations.name, language: evidence.language })
    .from(evidence)
    .innerJoin(organizations, and(eq(organizations.id, evidence.publisherId), visibleTo(actor, organizations)))
    .where(
      and(
        sql`substring(public.address_key(${evidence.url}) from '^[^/?#]*') = ${hints.site}`,
        sql`${evidence.url} is not null`,
        visibleTo(actor, evidence),
      ),
    )
    .orderBy(desc(evidence.publishedSort))
    .limit(LOOKED_AT);
  const slug = mostOf(rows.map((row) => row.slug));
  const publisher = rows.find((row) => row.slug === slug);
  return {
    published: hints.published,
    language: hints.language ?? mostOf(rows.flatMap((row) => row.language ?? [])),
    publisher: publisher ? { slug: publisher.slug, title: publisher.title } : null,
    country: hints.country,
    outletUrl: hints.home,
    mayFetch: mayFetch(),
  };
}

/** What stands there most often; null when nothing makes up more than half. */
function mostOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  return first && first[1] * 2 > values.length ? first[0] : null;
}
