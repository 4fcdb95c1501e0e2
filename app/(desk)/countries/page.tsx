import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { CountryList } from "@/components/countries/country-list";
import { CountryRest } from "@/components/countries/country-rest";
import { CountryTables } from "@/components/countries/country-tables";
import { listCountries } from "@/db/access/countries/countries";
import { countryRows, remainingCountries } from "@/lib/figures/country-rows";
import { countryFilter } from "@/lib/filters/country-filter";
import { countryName } from "@/lib/records/country";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "country")("title") };
}

export default async function CountriesPage({ searchParams }: PageProps<"/countries">) {
  const actor = await requireActor();
  const { value: view, problems } = countryFilter.parse(await searchParams);
  const lines = await listCountries(actor);
  const nameOf = (code: string) => countryName(code, actor.locale);
  const rows = countryRows(lines, view, nameOf);
  return (
    <CountryList
      {...{ view, problems }}
      total={rows.length}
      menu={<ListTools actor={actor} list="countries" query={countryFilter.toQuery(view)} />}
    >
      <CountryTables rows={rows} view={view} choice={await readColumnChoice("countries")} />
      <CountryRest
        countries={remainingCountries(lines, view, nameOf)}
        open={view.coverage.any.includes("not_examined")}
      />
    </CountryList>
  );
}
