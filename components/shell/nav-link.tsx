import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PlainLink } from "@/components/ui/link";

/** A link of the navigation that knows whether the reader is there. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <PlainLink href={href} aria-current={here ? "page" : undefined} className="nav-link">
      {children}
    </PlainLink>
  );
}
