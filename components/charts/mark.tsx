import type { ReactNode } from "react";

type Props = {
  description: string;
  href: string;
  row?: string;
  /** It fills its drawing: where it is in focus is shown within it. */
  isWhole?: boolean;
  children: ReactNode;
};

/** A part of a drawing that leads to its records: by pointer, by touch and, with its neighbours, by the arrow keys. */
export function ChartMark({ description, href, row, isWhole = false, children }: Props) {
  return (
    <a
      href={href}
      data-mark=""
      {...(row !== undefined && { "data-row": row })}
      tabIndex={-1}
      aria-label={description}
      {...(isWhole && { className: "-outline-offset-3!" })}
    >
      {children}
    </a>
  );
}
