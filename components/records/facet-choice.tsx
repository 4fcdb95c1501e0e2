"use client";

import { PlainLink } from "@/components/ui/link";

type Props = {
  name: string;
  value: string;
  label: string;
  /** How many, as text; nothing when that is not known. */
  counted?: string;
  /** Part of the value above it: a year's month. */
  isPart?: boolean;
  isChosen: boolean;
  isOut: boolean;
  /** The address of the view without this value, or with it again. */
  href: string;
  /** What the link does, in words. */
  does: string;
  /** Said of a value that is left out. */
  leftOut?: string;
};

/** One value of a facet. A client component, since it is then sent what it shows, and not its markup once more. */
export function FacetChoice({ name, value, label, counted, isPart, isChosen, isOut, href, does, leftOut }: Props) {
  return (
    <div className={isPart ? "facet-choice pl-6" : "facet-choice"}>
      {isOut ? (
        <span className="flex min-w-0 flex-1 gap-2 text-muted">
          <input type="hidden" name={`not.${name}`} value={value} />
          <s className="name">{label}</s>
          <span className="sr-only">{leftOut}</span>
        </span>
      ) : (
        <label>
          <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
          <span className="name">{label}</span>
          {counted && <span className="count">{counted}</span>}
        </label>
      )}
      <PlainLink href={href} staysInPlace aria-label={does} title={does}>
        <span aria-hidden="true">{isOut ? "↺" : "−"}</span>
      </PlainLink>
    </div>
  );
}
