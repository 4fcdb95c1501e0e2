"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the navigation that knows whether the reader is there. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const here = href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="block border-b-2 border-transparent py-2 text-ink no-underline hover:border-rule-strong aria-[current]:border-accent aria-[current]:font-semibold"
    >
      {children}
    </Link>
  );
}
