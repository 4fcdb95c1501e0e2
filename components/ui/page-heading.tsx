import type { ReactNode } from "react";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";

type Props = {
  title: ReactNode;
  /** What stands above it: the kind of record, its state. */
  above?: ReactNode;
  lead?: ReactNode;
  /** What the word of the title means here. */
  term?: Term;
  /** The page's steps, at most one of them primary. */
  actions?: ReactNode;
};

export function PageHeading({ title, above, lead, term, actions }: Props) {
  return (
    <header className="mb-4 flex flex-wrap items-start gap-x-6 gap-y-2 sm:gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {above && <div className="mb-1 flex flex-wrap items-center gap-2 text-sm text-muted">{above}</div>}
        <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <h1 dir="auto" className="min-w-0 max-w-full">
            {title}
          </h1>
          {term && (
            <span className="-ml-4">
              <Definition of={term} />
            </span>
          )}
          {/* Beside the title where both fit on a line, else below it. */}
          {lead && <div className="measure min-w-0 text-muted">{lead}</div>}
        </div>
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
