import type { ReactNode } from "react";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";
import { Link } from "@/components/ui/link";

type Props = {
  id: string;
  /** The finding, where there is one. */
  title: string;
  /** What a word of the title means. */
  term?: Term;
  /** The way to all of it. */
  more?: { readonly href: string; readonly label: string };
  className?: string;
  children: ReactNode;
};

/** A part of the first page: its finding on one line with the way to the rest. */
export function OverviewSection({ id, title, term, more, className = "", children }: Props) {
  return (
    <section aria-labelledby={id} className={`min-w-0 ${className}`}>
      <div className="flex items-baseline gap-2 border-b border-rule-strong pb-1">
        <h2 id={id} className="min-w-0 text-lg">
          {title}
        </h2>
        {term && <Definition of={term} />}
        {more && (
          <span className="ml-auto shrink-0 pl-2 text-sm print:hidden [&_a]:inline-block [&_a]:leading-6">
            <Link href={more.href}>{more.label}</Link>
          </span>
        )}
      </div>
      {children}
    </section>
  );
}
