import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "#translations";

const LINK = "text-accent underline decoration-1 underline-offset-[0.15em] hover:decoration-2";

const QUIET =
  "text-accent underline decoration-rule decoration-1 underline-offset-[0.2em] hover:decoration-current focus-visible:decoration-current";

/**
 * A link as its surroundings dress it. Nothing is fetched before it is followed: every page is drawn for its reader at that
 * moment, so that there is nothing to fetch but requests, thirty for a page of lists.
 */
export function PlainLink(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}

export function Link(props: Omit<ComponentProps<typeof NextLink>, "className">) {
  return <PlainLink className={LINK} {...props} />;
}

/** A link in a list or a table row: its line is faint until it is pointed at. */
export function QuietLink(props: Omit<ComponentProps<typeof NextLink>, "className">) {
  return <PlainLink className={QUIET} {...props} />;
}

/** A link out of the dossier. An address that is not http(s) is shown and not linked. */
export function ExternalLink({ href, children }: { href: string; children?: ReactNode }) {
  const t = useTranslations("common");
  if (!/^https?:\/\//i.test(href)) return <>{children ?? href}</>;
  return (
    <a className={LINK} href={href} rel="noreferrer noopener">
      {children ?? href.replace(/^https?:\/\/(www\.)?/i, "")}
      <span aria-hidden="true">{" ↗"}</span>
      <span className="sr-only"> ({t("opensElsewhere")})</span>
    </a>
  );
}
