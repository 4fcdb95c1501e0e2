import { PlainLink } from "@/components/ui/link";
import { useFormatCount } from "./use-format-count";

export type Tab = { href: string; label: string; count?: number; isLeast?: boolean; current?: boolean };

/** Tabs that are links: each has its own address. Bare ones stand on a line that is there. */
export function Tabs({ label, items, isBare }: { label: string; items: readonly Tab[]; isBare?: boolean }) {
  const formatCount = useFormatCount();
  return (
    <nav aria-label={label} className={isBare ? "" : "border-b border-rule"}>
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map((tab) => (
          <li key={tab.href}>
            <PlainLink href={tab.href} staysInPlace aria-current={tab.current ? "page" : undefined} className="tab">
              {tab.label}
              {tab.count !== undefined && (
                <span className="ml-1 text-muted">{formatCount(tab.count, tab.isLeast)}</span>
              )}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
