import type { ReactNode } from "react";
import "@fontsource-variable/noto-sans-sc/wght.css";

/** Text in another language than the page's: marked, and drawn in its script's face. */
export function Foreign({ lang, children }: { lang: string | null | undefined; children: ReactNode }) {
  if (!lang) return children;
  return (
    <span lang={lang} dir="auto">
      {children}
    </span>
  );
}
