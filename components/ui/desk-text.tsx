import type { ReactNode } from "react";
import { useLocaleCode } from "#translations";
import { RECORDS_LANGUAGE } from "@/lib/text/locale";

/** What the desk wrote in a record: marked as its language where the page speaks another. */
export function DeskText({ children }: { children: ReactNode }) {
  return useLocaleCode() === RECORDS_LANGUAGE ? children : <span lang={RECORDS_LANGUAGE}>{children}</span>;
}
