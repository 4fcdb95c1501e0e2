import type { ReactNode } from "react";

type Props = { id: string; title: string; children: ReactNode };

/** A form that stands on the page of the record it is about, above what it changes. */
export function FormInPlace({ id, title, children }: Props) {
  return (
    <section aria-labelledby={id} className="my-4 border border-rule-strong bg-raised p-4">
      <h2 id={id} className="mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  );
}
