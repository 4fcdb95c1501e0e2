import type { ReactNode } from "react";
import { useTranslations } from "#translations";

type MarkProps = { children: ReactNode; isBlock?: boolean };

/** What came: underlined, not only coloured; what reads aloud says it too. */
export function Added({ children, isBlock }: MarkProps) {
  const t = useTranslations("history");
  return (
    <ins
      className={`bg-accent-soft underline decoration-accent decoration-2 underline-offset-2 print-exact ${isBlock ? "block no-underline border-l-4 border-accent pl-2" : ""}`}
    >
      <span className="sr-only">{t("added")} </span>
      {children}
    </ins>
  );
}

/** What went: struck through. */
export function Removed({ children, isBlock }: MarkProps) {
  const t = useTranslations("history");
  return (
    <del className={`bg-sunken text-muted line-through print-exact ${isBlock ? "block" : ""}`}>
      <span className="sr-only">{t("removed")} </span>
      {children}
    </del>
  );
}
