import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { SearchHit, SearchKind } from "@/db/access/search/search";
import { hitDetail, hitHref } from "./hit-detail";
import { MixedText } from "./mixed-text";
import { searchHref } from "./search-href";

type Props = {
  query: string;
  kind?: SearchKind;
  /** In the order in which the groups stand. */
  kinds: readonly SearchKind[];
  counts: Readonly<Record<SearchKind, number>>;
  /** Kinds of which there are at least so many. */
  least: readonly SearchKind[];
  items: readonly SearchHit[];
  /** Of each kind its list, narrowed by what fields ask for; of none where they ask nothing. */
  lists: Partial<Readonly<Record<SearchKind, string>>>;
};

/** What was found, kind by kind, each with its exact count. */
export function SearchResults({ query, kind, kinds, counts, least, items, lists }: Props) {
  const t = useTranslations("search");
  const total = kinds.reduce((sum, each) => sum + counts[each], 0);
  const isLeast = least.length > 0;
  const found = kinds.filter((each) => counts[each] > 0);
  const tabs = [
    { href: searchHref(query), label: t("allKinds"), count: kind ? undefined : total, isLeast, current: !kind },
    ...(kind ? [kind] : found).map((each) => ({
      href: searchHref(query, each),
      label: t(`group.${each}`),
      count: counts[each],
      isLeast: least.includes(each),
      current: each === kind,
    })),
  ];
  return (
    <>
      <p role="status" className="mt-6 text-muted">
        {t(isLeast ? "foundLeast" : "found", { count: total })}
      </p>
      <Tabs label={t("title")} items={tabs} />
      {found.map((each) => (
        <Group
          key={each}
          kind={each}
          count={counts[each]}
          isLeast={least.includes(each)}
          items={items.filter((hit) => hit.kind === each)}
          allHref={kind ? undefined : searchHref(query, each)}
          listHref={lists[each]}
        />
      ))}
    </>
  );
}

type GroupProps = Pick<Tab, "isLeast"> & {
  kind: SearchKind;
  count: number;
  items: readonly SearchHit[];
  allHref?: string;
  listHref?: string;
};

function Group({ kind, count, isLeast, items, allHref, listHref }: GroupProps) {
  const t = useTranslations("search");
  const format = useFormat();
  const formatCount = useFormatCount();
  const id = `found-${kind}`;
  const isCut = count > items.length;
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id}>
        {t(`group.${kind}`)}{" "}
        <span className="font-sans text-base font-normal text-muted">{formatCount(count, isLeast)}</span>
      </h2>
      <ul>
        {items.map((hit) => (
          <Hit key={hit.slug} hit={hit} />
        ))}
      </ul>
      {listHref && (
        <p className="mt-2">
          <QuietLink href={listHref}>
            {t(isLeast ? "moreInList" : "inList", { count: format.number(count) })}
          </QuietLink>
        </p>
      )}
      {isCut && allHref && !listHref && (
        <p className="mt-2">
          <QuietLink href={allHref}>{t(isLeast ? "more" : "all", { count: format.number(count) })}</QuietLink>
        </p>
      )}
      {isCut && !allHref && (
        <p className="mt-2 text-sm text-muted">
          {t("firstOf", { shown: format.number(items.length), count: formatCount(count, isLeast) })}
        </p>
      )}
    </section>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const locale = useLocaleCode();
  return (
    <li className="border-b border-rule py-2">
      <QuietLink href={hitHref(hit)}>
        <MixedText>{hit.title}</MixedText>
      </QuietLink>
      <p className="text-sm text-muted">{hitDetail(hit, locale)}</p>
    </li>
  );
}
