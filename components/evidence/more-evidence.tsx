"use client";

import { useState } from "react";
import { useFormat, useTranslations } from "#translations";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { EvidenceItem } from "@/db/access/evidence/evidence";
import { EvidenceRows } from "./evidence-rows";

type Page = { readonly items: EvidenceItem[]; readonly total: number; readonly next: string | null };

/** Of this visit, by view and place: coming back finds the pages that were loaded, and with them the place on the page. */
const loaded = new Map<string, readonly Page[]>();

async function fetchPage(query: string, after: string): Promise<Page> {
  const params = new URLSearchParams(query);
  params.set("after", after);
  const answer = await fetch(`/api/v1/evidence?${params}`);
  if (!answer.ok) throw new Error(`The feed answered ${answer.status}.`);
  return (await answer.json()) as Page;
}

/** The pages after a place of a view, and the way to load one more. */
function useMorePages(query: string, next: string) {
  const key = `${query} ${next}`;
  const [pages, setPages] = useState(() => loaded.get(key) ?? []);
  const [state, setState] = useState<"ready" | "loading" | "failed">("ready");
  const last = pages.at(-1);
  const load = async () => {
    const after = last ? last.next : next;
    if (state === "loading" || after === null) return;
    setState("loading");
    try {
      const more = [...pages, await fetchPage(query, after)];
      loaded.set(key, more);
      setPages(more);
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return { pages, isEnd: last?.next === null, isLoading: state === "loading", isFailed: state === "failed", load };
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
  /** There are more than the total. */
  isLeast?: boolean;
  isSelectable: boolean;
};

/** The pages after the first, fetched as they are asked for and kept for the way back. */
export function MoreEvidence({ query, next, nextHref, firstHref, shown, total, isLeast, isSelectable }: Props) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  const format = useFormat();
  const formatCount = useFormatCount();
  const { pages, isEnd, isLoading, isFailed, load } = useMorePages(query, next);
  const items = pages.flatMap((page) => page.items);
  const count = shown + items.length;
  return (
    <>
      {items.length > 0 && <EvidenceRows items={items} start={shown + 1} isSelectable={isSelectable} />}
      <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
        <p role="status" className="text-muted">
          {isEnd
            ? t("allShown", { count: format.number(count) })
            : common("shown", { shown: format.number(count), count: formatCount(total, isLeast) })}
        </p>
        {isFailed && (
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
              aria-disabled={isLoading || undefined}
              className={buttonClass("secondary")}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                void load();
              }}
            >
              {isLoading ? t("moreLoading") : isFailed ? t("moreAgain") : t("more")}
            </a>
          )}
        </div>
      </div>
    </>
  );
}
