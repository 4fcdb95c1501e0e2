import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { NoResults, NothingAsked } from "@/components/search/no-results";
import { SearchBox } from "@/components/search/search-box";
import { SearchResults } from "@/components/search/search-results";
import { PageHeading } from "@/components/ui/page-heading";
import { SEARCH_KINDS, searchEverything } from "@/db/access/search/search";
import { getTranslations } from "@/lib/text/translations";

const OF_EACH_KIND = 6;
const OF_ONE_KIND = 100;

async function readQuery(searchParams: PageProps<"/search">["searchParams"]) {
  const { q, kind } = await searchParams;
  const query = [q].flat()[0]?.trim().slice(0, 200) ?? "";
  return { query, kind: SEARCH_KINDS.find((known) => known === kind) };
}

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { query } = await readQuery(searchParams);
  const t = getTranslations(await readLocale(), "search");
  return { title: query ? t("titleFor", { query }) : t("title") };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const { query, kind } = await readQuery(searchParams);
  const t = useTranslations("search");
  const { items, counts } = await searchEverything(actor, query, { kind, limit: kind ? OF_ONE_KIND : OF_EACH_KIND });
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeading title={t("title")} />
      <SearchBox query={query} kind={kind} />
      {query === "" && <NothingAsked />}
      {query !== "" && total === 0 && <NoResults query={query} />}
      {total > 0 && <SearchResults query={query} kind={kind} kinds={SEARCH_KINDS} counts={counts} items={items} />}
    </>
  );
}
