import type { ReactNode } from "react";
import { useClock, useTranslations } from "#translations";
import { describeFooter } from "@/lib/charts/format-summary";

type Props = {
  page: 1 | 2;
  head: { readonly seq: number; readonly hash: string } | null;
  now: Date;
  children: ReactNode;
};

/** On paper one A4 page with its own foot: when and at which revision it was counted, and from what. */
export function PrintPage({ page, head, now, children }: Props) {
  const t = useTranslations("summary");
  const clock = useClock();
  return (
    <div className="summary-sheet flex min-w-0 flex-col gap-10 print:gap-3">
      {children}
      <p
        className={`text-xs text-muted print:mt-auto print:border-t print:border-rule print:pt-1 ${page === 1 ? "hidden print:block" : ""}`}
      >
        {describeFooter(head, now, clock)} · {t("sources")}
      </p>
    </div>
  );
}
