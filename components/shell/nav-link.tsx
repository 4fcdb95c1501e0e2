import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PlainLink } from "@/components/ui/link";

/** Whether a path is a place of the navigation, or below it. */
export const isAt = (pathname: string, href: string) =>
  pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));

type LinkProps = {
  href: string;
  children: ReactNode;
  /** Where no list of the navigation dresses it. */
  className?: string;
  /** Opens the palette instead, where there is a script. */
  "data-palette"?: "";
};

/** A link of the navigation that knows whether the reader is there. */
export function NavLink({ href, children, className, ...data }: LinkProps) {
  const isHere = isAt(usePathname(), href);
  return (
    <PlainLink href={href} {...data} aria-current={isHere ? "page" : undefined} className={className}>
      {children}
    </PlainLink>
  );
}

/** The same as an item of a list. */
export const NavItem = (props: { href: string; children: ReactNode }) => (
  <li>
    <NavLink {...props} />
  </li>
);
