import type { ReactNode } from "react";

type Props = { kind?: "note" | "caution" | "error"; title?: string; children?: ReactNode };

const STYLES = {
  note: "border-accent bg-accent-soft",
  caution: "border-caution bg-caution-soft",
  error: "border-danger bg-danger-soft",
} as const;

/** Something the reader must know before the rest. An error is announced. */
export function Notice({ kind = "note", title, children }: Props) {
  return (
    <div role={kind === "error" ? "alert" : undefined} className={`border-l-4 px-4 py-3 ${STYLES[kind]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="measure">{children}</div>}
    </div>
  );
}

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Says what will be here and how to begin. Never used for a failed read. */
export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <div className="border-y border-rule py-8">
      <p className="font-serif text-lg">{title}</p>
      {children && <div className="measure mt-1 text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
