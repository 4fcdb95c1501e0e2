import type { ReactNode } from "react";

/** The annotations of a page, under what they are. */
export function AnnotationSection({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-labelledby="annotations" className="flex flex-col gap-2">
      <h2 id="annotations" className="text-lg">
        {title}
      </h2>
      <p className="measure text-sm text-muted">{lead}</p>
      {children}
    </section>
  );
}
