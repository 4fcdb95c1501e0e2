import type { ReactNode } from "react";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";
import { useFormatCount } from "./use-format-count";

type Props = {
  title: ReactNode;
  /** The title is a sentence, or holds one: it is set smaller, so that it takes two lines at most beside the steps. */
  isSentence?: boolean;
  /** What stands above it: the kind of record, its state. */
  above?: ReactNode;
  lead?: ReactNode;
  /** How many things the page lists. */
  counted?: { readonly total: number; readonly isLeast?: boolean } | undefined;
  /** What the word of the title means here. */
  term?: Term;
  /** The page's steps, at most one of them primary. */
  actions?: ReactNode;
};

export function PageHeading({ title, isSentence, above, lead, counted, term, actions }: Props) {
  return (
    <header className="page-head">
      <div>
        {above ? <div className="mb-1 flex flex-wrap items-center gap-2 text-sm text-muted">{above}</div> : null}
        <div className="page-title" data-sentence={isSentence}>
          {/* What explains its last word, or counts, follows that word, wherever the line ends. */}
          <div>
            <h1 dir="auto" {...((term || counted) && { className: "inline" })}>
              {title}
            </h1>
            {counted || term ? " " : null}
            {counted ? <Count {...counted} /> : null}
            {term ? <Definition of={term} /> : null}
          </div>
          {/* Beside the title where both fit on a line, else below it. */}
          {lead ? <div>{lead}</div> : null}
        </div>
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  );
}

function Count({ total, isLeast }: NonNullable<Props["counted"]>) {
  return <span className="ml-1 text-lg tabular-nums text-muted">{useFormatCount()(total, isLeast)} </span>;
}
