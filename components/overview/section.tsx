import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = {
  id: string;
  /** The finding, where there is one. */
  title: string;
  /** The way to all of it. */
  more?: { readonly href: string; readonly label: string };
  className?: string;
  children: ReactNode;
};

/** A part of the first page: its finding on one line with the way to the rest. */
export function OverviewSection({ id, title, more, className = "", children }: Props) {
  return (
    <section aria-labelledby={id} className={`min-w-0 ${className}`}>
      <div className="flex items-baseline justify-between gap-4 border-b border-rule-strong pb-1">
        <h2 id={id} className="min-w-0 text-lg">
          {title}
        </h2>
        {more && (
          <span className="shrink-0 text-sm print:hidden">
            <Link href={more.href}>{more.label}</Link>
          </span>
        )}
      </div>
      {children}
    </section>
  );
}
