import type { ReactNode } from "react";
import { QuietLink } from "@/components/ui/link";
import type { StationStatus } from "@/lib/records/status";
import { patternOf, StatusPatterns } from "./status-pattern";

type Item = {
  readonly key: string;
  readonly name: string;
  readonly count?: string;
  readonly href?: string;
  /** What a 20 x 14 swatch shows. */
  readonly drawn: ReactNode;
};

/** What the signs of a figure mean that it can't say where it draws them, under it; a part of the drawing, so that its files have it too. */
export function DrawnKey({ label, items }: { label: string; items: readonly Item[] }) {
  return (
    <ul aria-label={label} className="mt-2 flex flex-wrap gap-x-5 gap-y-2 text-xs print:gap-x-3">
      {items.map(({ key, name, count, href, drawn }) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg width="20" height="14" aria-hidden="true" className="shrink-0 print-exact">
            {drawn}
          </svg>
          <span data-draw="">
            {href ? <QuietLink href={href}>{name}</QuietLink> : name}
            {count && (
              <>
                {" "}
                <strong>{count}</strong>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function StatusSwatch({ chart, status }: { chart: string; status: StationStatus }) {
  return (
    <>
      <StatusPatterns chart={`${chart}-${status}`} statuses={[status]} />
      <rect width="20" height="14" fill={patternOf(`${chart}-${status}`, status)} />
    </>
  );
}
