import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { MeantNotice } from "@/components/search/meant-notice";
import { NoResults, NothingAsked } from "@/components/search/no-results";
import { SearchBox } from "@/components/search/search-box";
import { SearchResults } from "@/components/search/search-results";
import { PageHeading } from "@/components/ui/page-heading";
import { SEARCH_KINDS } from "@/db/access/search/search";
import { searchMeant } from "@/db/access/search/search-meant";
import { getTranslations } from "@/lib/text/translations";

const OF_EACH_KIND = 6;
const OF_ONE_KIND = 100;

async function readQuery(searchParams: PageProps<"/search">["searchParams"]) {
  const { q, kind, exact } = await searchParams;
  const query = [q].flat()[0]?.trim().slice(0, 200) ?? "";
  return { query, kind: SEARCH_KINDS.find((known) => known === kind), isExact: exact === "1" };
}

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { query } = await readQuery(searchParams);
  const t = getTranslations(await readLocale(), "search");
  return { title: query ? t("titleFor", { query }) : t("title") };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const { query, kind, isExact } = await readQuery(searchParams);
  const t = useTranslations("search");
  const limit = kind ? OF_ONE_KIND : OF_EACH_KIND;
  const { items, counts, instead, meant } = await searchMeant(actor, query, { kind, limit, isExact });
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeading title={t("title")} />
      <SearchBox query={query} kind={kind} />
      <MeantNotice {...{ query, kind, instead, meant }} />
      {query === "" && <NothingAsked />}
      {query !== "" && total === 0 && <NoResults query={query} />}
      {total > 0 && <SearchResults query={instead ?? query} {...{ kind, counts, items }} kinds={SEARCH_KINDS} />}
    </>
  );
}
