import { useFormat } from "#translations";
import { PlainLink } from "@/components/ui/link";

export type Tab = { href: string; label: string; count?: number; current?: boolean };

/** Tabs that are links: each has its own address. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const format = useFormat();
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map((tab) => (
          <li key={tab.href}>
            <PlainLink href={tab.href} staysInPlace aria-current={tab.current ? "page" : undefined} className="tab">
              {tab.label}
              {tab.count !== undefined && <span className="ml-1 text-muted">{format.number(tab.count)}</span>}
            </PlainLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
