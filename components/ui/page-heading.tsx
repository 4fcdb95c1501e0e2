import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** What stands above it: the kind of record, its state. */
  above?: ReactNode;
  lead?: ReactNode;
  /** The page's steps, at most one of them primary. */
  actions?: ReactNode;
};

export function PageHeading({ title, above, lead, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        {above && <div className="mb-1 flex flex-wrap items-center gap-2 text-sm text-muted">{above}</div>}
        <h1 dir="auto">{title}</h1>
        {lead && <div className="measure mt-2 text-muted">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </header>
  );
}
