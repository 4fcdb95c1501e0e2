import type { ReactNode } from "react";
import { useFormat } from "#translations";

type Props = { id: string; title: string; none: string; count: number; rest?: ReactNode; children: ReactNode };

/** The records of one kind that belong to the page's record, or the sentence that says that there are none. */
export function RelatedSection({ id, title, none, count, rest, children }: Props) {
  const format = useFormat();
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="scroll-mt-4">
        {title}
        {count > 0 && <span className="font-sans text-base font-normal text-muted"> {format.number(count)}</span>}
      </h2>
      {count === 0 ? <p className="text-muted">{none}</p> : <ul>{children}</ul>}
      {rest}
    </section>
  );
}
