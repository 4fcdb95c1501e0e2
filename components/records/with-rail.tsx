import type { ReactNode } from "react";
import { useTranslations } from "#translations";

type Props = {
  rail: ReactNode;
  /** Some lines only: on a phone they come before the text. */
  isShort?: boolean;
  children: ReactNode;
};

/** A record's page from 1024 px on: its text left, what is looked up and done beside it; below it on a phone. */
export function WithRail({ rail, isShort = false, children }: Props) {
  const t = useTranslations("record");
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="flex min-w-0 flex-col gap-3 sm:gap-5">{children}</div>
      <aside
        aria-label={t("rail")}
        className={`${isShort ? "max-lg:order-first" : ""} flex flex-col gap-4 text-sm lg:border-l lg:border-rule lg:pl-6`}
      >
        {rail}
      </aside>
    </div>
  );
}
