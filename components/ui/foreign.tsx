import type { ReactNode } from "react";
import "@fontsource-variable/noto-sans-sc/wght.css";
import { breakingClass } from "@/lib/text/long-token";

/** Text in a language that may be another than the page's: marked, drawn in its script's face and in its direction. */
export function Foreign({ lang, children }: { lang: string | null | undefined; children: ReactNode }) {
  const className = breakingClass(children);
  // What is not there is left out: React would send the word "undefined" with each.
  return (
    <span {...(lang && { lang })} dir="auto" {...(className && { className })}>
      {children}
    </span>
  );
}
