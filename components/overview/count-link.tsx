import { useFormat } from "#translations";
import { QuietLink } from "@/components/ui/link";

/** A number in a table with the way to its records; a true zero leads nowhere. */
export function CountLink({ count, href }: { count: number; href: string }) {
  const format = useFormat();
  // A box of its own, so that a neighbour's plain zero isn't taken for text around the link.
  return (
    <span className="inline-block">
      {count > 0 ? <QuietLink href={href}>{format.number(count)}</QuietLink> : "0"}
    </span>
  );
}
