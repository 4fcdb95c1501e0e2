import { QuietLink } from "@/components/ui/link";
import { useFormatCount } from "@/components/ui/use-format-count";

/** A number in a table with the way to its records; a true zero leads nowhere. */
export function CountLink({ count, isLeast, href }: { count: number; isLeast?: boolean; href: string }) {
  const formatCount = useFormatCount();
  // A box of its own, so that a neighbour's plain zero isn't taken for text around the link.
  return (
    <span className="inline-block">
      {count > 0 ? <QuietLink href={href}>{formatCount(count, isLeast)}</QuietLink> : "0"}
    </span>
  );
}
