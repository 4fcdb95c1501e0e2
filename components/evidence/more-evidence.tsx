"use client";

import { QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import { useFormat, useTranslations } from "#translations";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import type { EvidenceItem } from "@/db/access/evidence/evidence";
import { EvidenceRows } from "./evidence-rows";

type Page = { readonly items: EvidenceItem[]; readonly total: number; readonly next: string | null };

const FOREVER = Number.POSITIVE_INFINITY;
const HALF_AN_HOUR = 1_800_000;
const createClient = (gcTime?: number) =>
  new QueryClient({ defaultOptions: { queries: { staleTime: FOREVER, gcTime, retry: 1 } } });
let browserClient: QueryClient | undefined;
/** One for the visit, so that coming back finds the pages that were loaded, and with them the place on the page. */
function feedClient(): QueryClient {
  // There a time to be forgotten at is a timer, which would keep each page that was drawn until then.
  if (typeof window === "undefined") return createClient();
  browserClient ??= createClient(HALF_AN_HOUR);
  return browserClient;
}

async function fetchPage(query: string, after: string, signal: AbortSignal): Promise<Page> {
  const params = new URLSearchParams(query);
  params.set("after", after);
  const answer = await fetch(`/api/v1/evidence?${params}`, { signal });
  if (!answer.ok) throw new Error(`The feed answered ${answer.status}.`);
  return (await answer.json()) as Page;
}

type Props = {
  /** The view without its place, as the address has it. */
  query: string;
  /** Where the first page, which the server drew, ends. */
  next: string;
  /** The next page's own address, for whoever has no JavaScript. */
  nextHref: string;
  /** The address of the first page, when this is not it. */
  firstHref: string | null;
  /** Items that the server drew. */
  shown: number;
  total: number;
};

/** The pages after the first, fetched as they are asked for and kept for the way back. */
export function MoreEvidence({ query, next, nextHref, firstHref, shown, total }: Props) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  const format = useFormat();
  const { data, fetchNextPage, isFetching, isError } = useInfiniteQuery(
    {
      queryKey: ["evidence", query, next],
      queryFn: ({ pageParam, signal }) => fetchPage(query, pageParam, signal),
      initialPageParam: next,
      getNextPageParam: (page: Page) => page.next,
      enabled: false,
    },
    feedClient(),
  );
  const pages = data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const isEnd = pages.length > 0 && pages.at(-1)?.next === null;
  const count = shown + items.length;
  return (
    <>
      {items.length > 0 && <EvidenceRows items={items} start={shown + 1} />}
      <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <p role="status" className="text-muted">
          {isEnd
            ? t("allShown", { count: format.number(count) })
            : common("shown", { shown: format.number(count), count: format.number(total) })}
        </p>
        {isError && (
          <p role="alert" className="font-semibold text-danger">
            {t("moreFailed")}
          </p>
        )}
        <div className="ml-auto flex gap-2 print:hidden">
          {firstHref && <ButtonLink href={firstHref}>{common("previous")}</ButtonLink>}
          {!isEnd && (
            <a
              href={nextHref}
              rel="next"
              aria-disabled={isFetching || undefined}
              className={buttonClass("secondary")}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                if (!isFetching) void fetchNextPage();
              }}
            >
              {isFetching ? t("moreLoading") : isError ? t("moreAgain") : t("more")}
            </a>
          )}
        </div>
      </div>
    </>
  );
}
