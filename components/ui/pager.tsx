import { useFormat, useTranslations } from "#translations";
import { ButtonLink } from "./button";
import { useFormatCount } from "./use-format-count";

type Props = {
  /** Number of records that match, on all pages. */
  total: number;
  /** There are more than the total: not all were counted. */
  isLeast?: boolean | undefined;
  shown: number;
  nextHref?: string | null;
  /** Set when this is not the first page: keyset pages go forward, and back to the start. */
  firstHref?: string | null;
};

/** The total, and the way to the next page; nothing where the list itself says that it is empty. */
export function Pager({ total, isLeast, shown, nextHref, firstHref }: Props) {
  const t = useTranslations("common");
  const format = useFormat();
  const formatCount = useFormatCount();
  if (total === 0) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 text-sm">
      <p className="text-muted">{t("shown", { shown: format.number(shown), count: formatCount(total, isLeast) })}</p>
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
