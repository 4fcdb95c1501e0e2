import { useFormat, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";

type Props = {
  /** Rows drawn above it. */
  shown: number;
  /** Rows there are, of which some may stand before or behind these. */
  total: number;
  /** The page that begins behind these rows; null when they are the last. */
  restHref: string | null;
  /** The page that begins at the beginning; null when this is it. */
  firstHref: string | null;
};

/** Under a long part of a record: how much of it is shown, and the way to the rest. Draws nothing when that is all of it. */
export function PartRest({ shown, total, restHref, firstHref }: Props) {
  const t = useTranslations("common");
  const format = useFormat();
  if (!restHref && !firstHref) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 text-sm">
      <p className="text-muted">{t("shown", { shown: format.number(shown), count: format.number(total) })}</p>
      <p className="ml-auto flex gap-2 print:hidden">
        {firstHref && <ButtonLink href={firstHref}>{t("previous")}</ButtonLink>}
        {restHref && (
          <ButtonLink href={restHref} rel="next">
            {t("showMore")}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
