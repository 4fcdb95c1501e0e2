import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { FileHits } from "@/components/files/file-hits";
import { FieldProblems } from "@/components/search/field-problems";
import { MeantNotice } from "@/components/search/meant-notice";
import { NoResults } from "@/components/search/no-results";
import { SearchQuestion } from "@/components/search/question";
import { SearchResults } from "@/components/search/search-results";
import { PageHeading } from "@/components/ui/page-heading";
import { SEARCH_KINDS } from "@/db/access/search/search";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { answerQuestion } from "./answer-question";

async function readQuery(searchParams: PageProps<"/search">["searchParams"]) {
  const { q, kind, exact, fields } = await searchParams;
  const query = [q].flat()[0]?.trim().slice(0, 200) ?? "";
  return {
    query,
    kind: SEARCH_KINDS.find((known) => known === kind),
    isExact: exact === "1",
    showsFields: fields === "1",
  };
}

export async function generateMetadata({ searchParams }: PageProps<"/search">): Promise<Metadata> {
  const { query } = await readQuery(searchParams);
  const t = getTranslations(await readLocale(), "search");
  return { title: query ? t("titleFor", { query }) : t("title") };
}

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const actor = await requireActor();
  const { query, kind, isExact, showsFields } = await readQuery(searchParams);
  const t = useTranslations("search");
  const found = await answerQuestion(actor, { query, kind, isExact });
  const { items, counts, least, total, files, instead, meant, problems, words, lists } = found;
  const asked = {
    ...{ query, isDesk: may(actor, "read drafts") },
    ...(kind && { kind }),
    ...(showsFields && { showsFields }),
    ...(problems.length > 0 && { hasProblems: true }),
  };
  return (
    <>
      <PageHeading title={t("title")} />
      <SearchQuestion {...asked}>
        <FieldProblems problems={problems} />
      </SearchQuestion>
      <MeantNotice {...{ query, kind, instead, meant }} />
      {query !== "" && total + files.items.length === 0 && <NoResults query={query} />}
      {total > 0 && (
        <SearchResults query={instead ?? query} {...{ kind, counts, least, items, lists }} kinds={SEARCH_KINDS} />
      )}
      <FileHits query={words} {...files} />
    </>
  );
}
