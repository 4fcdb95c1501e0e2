import { useFormat, useTranslations } from "#translations";
import { ButtonLink } from "./button";

type Props = {
  /** Exact number of records that match, on all pages. */
  total: number;
  shown: number;
  nextHref?: string | null;
  /** Set when this is not the first page: keyset pages go forward, and back to the start. */
  firstHref?: string | null;
};

/** Exact total, and the way to the next page. */
export function Pager({ total, shown, nextHref, firstHref }: Props) {
  const t = useTranslations("common");
  const format = useFormat();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
      <p className="text-muted">{t("shown", { shown: format.number(shown), count: format.number(total) })}</p>
      <div className="ml-auto flex gap-2 print:hidden">
        {firstHref && <ButtonLink href={firstHref}>{t("previous")}</ButtonLink>}
        {nextHref && (
          <ButtonLink href={nextHref} rel="next">
            {t("next")} <span aria-hidden="true">→</span>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
