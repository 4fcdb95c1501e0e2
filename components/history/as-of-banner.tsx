import type { ReactNode } from "react";
import { useReading, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { AsOf, AsOfProblem } from "@/lib/filters/as-of";
import { AsOfForm } from "./as-of-form";
import { useAsOfLabels } from "./as-of-labels";

type Props = {
  /** What was asked for. */
  asOf: AsOf | AsOfProblem;
  /** Where another day is asked for. */
  path: string;
  /** The page as it is today, when that is another. */
  today?: string;
  children?: ReactNode;
};

/** Above everything that looks back: to which moment, and the way to today's version or to another day. */
export function AsOfBanner({ asOf, path, today = path, children }: Props) {
  const t = useTranslations("history");
  const { banner } = useAsOfLabels();
  const isRead = typeof asOf !== "string";
  const problem = { unreadable: t("asOfUnreadable"), skipped: t("asOfSkipped", { zone: useReading().zone.name }) };
  return (
    <div className="mb-6 flex flex-col gap-3">
      <Notice kind="caution" title={isRead ? banner(asOf) : problem[asOf]}>
        {children}
        <p>{isRead ? <Link href={today}>{t("asOfToday")}</Link> : t("asOfHow")}</p>
      </Notice>
      <AsOfForm path={path} at={isRead ? asOf.text : undefined} />
    </div>
  );
}
