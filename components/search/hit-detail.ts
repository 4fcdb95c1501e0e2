import type { SearchHit, SearchKind } from "@/db/access/search/search";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { countryName } from "@/lib/records/country";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

/** Where each kind's list stands; a record is below it, under its slug. */
export const LIST_PATHS = {
  station: "/stations",
  organization: "/organizations",
  claim: "/claims",
  response: "/responses",
  evidence: "/evidence",
  event: "/events",
} as const satisfies Record<SearchKind, string>;

export const hitHref = ({ kind, slug }: Pick<SearchHit, "kind" | "slug">) => `${LIST_PATHS[kind]}/${slug}`;

function typeOf({ kind, type }: SearchHit, locale: Locale): string | null {
  if (type === null || (kind !== "organization" && kind !== "response" && kind !== "evidence" && kind !== "event")) {
    return null;
  }
  const t = getTranslations(locale, kind);
  const key = `kind.${type}` as "kind.other";
  return t.has(key) ? t(key) : null;
}

/** What distinguishes two hits of the same title: who, what sort, where, when. */
export function hitDetail(hit: SearchHit, locale: Locale): string {
  const parts = [
    hit.by,
    typeOf(hit, locale),
    hit.country && countryName(hit.country, locale),
    (hit.date ?? hit.period) && formatClaimDates({ asserted: hit.date, period: hit.period }, locale),
  ];
  return parts.filter(Boolean).join(" · ");
}
