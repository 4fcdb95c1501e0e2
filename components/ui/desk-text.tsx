import type { ReactNode } from "react";
import { useLocaleCode } from "#translations";
import { RECORDS_LANGUAGE } from "@/lib/text/locale";
import { breakingClass } from "@/lib/text/long-token";

/** What the desk wrote in a record: in its direction, and marked as its language where the page speaks another. */
export function DeskText({ children }: { children: ReactNode }) {
  const isOfPage = useLocaleCode() === RECORDS_LANGUAGE;
  return (
    <span lang={isOfPage ? undefined : RECORDS_LANGUAGE} dir="auto" className={breakingClass(children)}>
      {children}
    </span>
  );
}
