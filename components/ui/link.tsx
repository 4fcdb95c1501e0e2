import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "#translations";
import { breakingClass } from "@/lib/text/long-token";

const LINK = "plain-link";

type LinkProps = ComponentProps<"a"> & {
  href: string;
  /** Stays where one has scrolled to, as what narrows a list does. */
  staysInPlace?: boolean;
};

const dressed = (classes: string, content: ReactNode) => [classes, breakingClass(content)].filter(Boolean).join(" ");

/**
 * A link as its surroundings dress it, to a page of the desk. It is plain markup, as `FollowLinks` follows every link without
 * a reload: a page of lists has hundreds, and none of them waits for a component of its own.
 */
export function PlainLink({ staysInPlace = false, ...props }: LinkProps) {
  return <a {...(staysInPlace && { "data-follow": "in-place" })} {...props} />;
}

export function Link(props: Omit<LinkProps, "className">) {
  return <PlainLink className={dressed(LINK, props.children)} {...props} />;
}

/** A link in a list or a table row: its line is faint until it is pointed at. */
export function QuietLink(props: Omit<LinkProps, "className">) {
  return <PlainLink className={dressed("quiet-link", props.children)} {...props} />;
}

/** A link out of the dossier. An address that is not http(s) is shown and not linked. */
export function ExternalLink({ href, children }: { href: string; children?: ReactNode }) {
  const t = useTranslations("common");
  if (!/^https?:\/\//i.test(href)) return <>{children ?? href}</>;
  const shown = children ?? href.replace(/^https?:\/\/(www\.)?/i, "");
  return (
    <a className={dressed(LINK, shown)} href={href} rel="noreferrer noopener">
      {shown}
      <span aria-hidden="true">{" ↗"}</span>
      <span className="sr-only"> ({t("opensElsewhere")})</span>
    </a>
  );
}
