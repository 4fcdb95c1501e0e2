import "server-only";
import { type CountryLine, listCountries } from "@/db/access/countries/countries";
import { countryRows } from "@/lib/figures/country-rows";
import type { CountryView } from "@/lib/filters/country-filter";
import { countryName } from "@/lib/records/country";
import type { Actor } from "@/lib/workflow/actor";

/** The countries of a view as its file holds them, all at once: there are no more than there are countries. */
export async function listCountryItems(actor: Actor, view: CountryView) {
  const rows = countryRows(await listCountries(actor), view, (code) => countryName(code, actor.locale));
  return { items: rows.map(itemOf), next: null };
}

function itemOf({ country, coverage, claimed, stations, status, answer }: CountryLine) {
  const claimants = claimed.marks.filter(({ standing }) => standing).flatMap((mark) => mark.claimants);
  return {
    slug: country.toLowerCase(),
    country,
    coverage,
    claimedLowest: claimed.lowest,
    claimedHighest: claimed.highest,
    claimants: [...new Map(claimants.map((claimant) => [claimant.slug, claimant])).values()],
    stations,
    status: status?.status ?? null,
    statusOf: status?.station ?? null,
    statusAsOf: status?.asOf ?? null,
    answer,
    answerKind: answer?.kind ?? null,
    authority: answer?.authority ?? null,
    answered: answer?.given ?? null,
  };
}
