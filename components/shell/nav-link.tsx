"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { PlainLink } from "@/components/ui/link";

/** A link of the navigation that knows whether the reader is there. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <PlainLink
      href={href}
      aria-current={here ? "page" : undefined}
      className="block border-b-2 border-transparent py-2 text-ink no-underline hover:border-rule-strong aria-[current]:border-accent aria-[current]:font-semibold"
    >
      {children}
    </PlainLink>
  );
}
