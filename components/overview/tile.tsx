import type { ReactNode } from "react";
import { Definition } from "@/components/help/definition";
import type { Term } from "@/components/help/terms";
import { QuietLink } from "@/components/ui/link";

type Props = {
  name: string;
  label: string;
  value: string;
  /** The records behind it; undefined where there are none, or none for this reader. */
  href?: string;
  /** The value is words, which take less room. */
  isText?: boolean;
  isUrgent?: boolean;
  /** What the label's word means. */
  term?: Term;
  /** How it changed, and what stands behind it. */
  children: ReactNode;
};

/** A key figure: its number, what it counts, and how it changed. */
export function Tile({ name, label, value, href, isText = false, isUrgent = false, term, children }: Props) {
  return (
    <div data-figure={name} className={isUrgent ? "border-caution" : "border-rule-strong"}>
      <dt className={isUrgent ? "text-caution" : ""}>
        {label}
        {term && <Definition of={term} />}
      </dt>
      <dd className={isText ? "figure-words" : "figure-value"}>
        {href ? (
          <QuietLink href={href} aria-label={`${value} ${label}`}>
            {value}
          </QuietLink>
        ) : (
          value
        )}
      </dd>
      <dd className="figure-aside">{children}</dd>
    </div>
  );
}
