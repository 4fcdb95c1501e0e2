import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";

type Props = {
  count: number;
  isMore: boolean;
  /** The list of what is unread. */
  href: string;
  /** That is the list which is shown. */
  isShown: boolean;
  children: ReactNode;
};

/** "3 new to you", as the way to these. */
export function UnreadCount({ count, isMore, href, isShown, children }: Props) {
  const t = useTranslations("reading");
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm sm:-mb-7 sm:mr-28 print:hidden">
      {isShown ? (
        <span>{t("showing")}</span>
      ) : (
        <span className="font-semibold [&_a]:inline-block [&_a]:leading-6">
          <Link href={href}>{t("count", { count, isMore: String(isMore) })}</Link>
        </span>
      )}
      {children}
    </div>
  );
}
