import { useFormatInstant, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { Watch } from "@/db/access/watches/watches";

/** What the last look of a watch found and why, and when something last changed. */
export function LastLook({
  watch: { evidence, result, why, failures, lookedAt, changedAt, base },
}: {
  watch: Watch;
}) {
  const t = useTranslations("watch");
  const tCapture = useTranslations("capture");
  const formatInstant = useFormatInstant();
  if (!result || !lookedAt) return <span className="text-muted">{t("result.none")}</span>;
  const isUnseen = result === "wall" || result === "failed";
  const found = t(`result.${result}`);
  const said = why ? t("resultWhy", { result: found, why: tCapture(`failure.${why}`) }) : found;
  const look = t("lookedAt", { result: said, date: formatInstant(lookedAt, "minute") });
  const difference = changedAt && base ? `/evidence/${evidence}/captures?to=${base}` : null;
  if (result === "changed" && difference) return <Link href={difference}>{look}</Link>;
  return (
    <>
      <span className={isUnseen ? "text-caution" : undefined}>
        {look}
        {failures > 1 && ` · ${t("inRow", { count: failures })}`}
      </span>
      {changedAt && difference && (
        <span className="block leading-6">
          <Link href={difference}>{t("lastChange", { date: formatInstant(changedAt, "minute") })}</Link>
        </span>
      )}
    </>
  );
}
