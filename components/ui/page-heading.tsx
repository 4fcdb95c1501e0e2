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
    <header className="page-head">
      <div>
        {above ? <div className="mb-1 flex flex-wrap items-center gap-2 text-sm text-muted">{above}</div> : null}
        <div className="page-title">
          {/* What explains its last word follows that word, wherever the line ends. */}
          <div>
            <h1 dir="auto" className={term ? "inline" : undefined}>
              {title}
            </h1>{" "}
            {term ? <Definition of={term} /> : null}
          </div>
          {/* Beside the title where both fit on a line, else below it. */}
          {lead ? <div className="measure min-w-0 text-muted">{lead}</div> : null}
        </div>
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  );
}
