import { useTranslations } from "#translations";
import { FacetSearch } from "@/components/ui/filter-form";
import { PlainLink } from "@/components/ui/link";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { FilterChoices } from "@/lib/filters/filter-field";
import { FacetChoice } from "./facet-choice";

export type FacetValue = {
  readonly value: string;
  readonly count: number;
  /** There may be more: not all were counted. */
  readonly isLeast?: true | undefined;
  /** Part of the value above it: a year's month. */
  readonly isPart?: boolean;
};

type Props = {
  name: string;
  legend: string;
  values: readonly FacetValue[];
  /** A value in words, also one that no record has beside the other choices. */
  formatValue: (value: string) => string;
  chosen: FilterChoices;
  /** The address of the view with this facet asked for so. */
  hrefOf: (choices: FilterChoices) => string;
  /** How many are shown before the rest is opened. */
  visible?: number;
  /** The address of the view with every value of this facet drawn; null where they are. */
  allHref: string | null;
};

/** The most values that a closed rest holds; a longer one is drawn when it is asked for. */
const MOST_CLOSED = 30;

/** One facet of a GET form: any of several values, each of which can be left out instead. What is chosen comes first. */
export function FacetChoices({ name, legend, values, formatValue, chosen, hrefOf, visible = 5, allHref }: Props) {
  const t = useTranslations("evidence");
  const formatCount = useFormatCount();
  const known = new Set(values.map(({ value }) => value));
  const requested = [...chosen.any, ...chosen.without];
  const unseen = requested.filter((value) => !known.has(value)).map((value): FacetValue => ({ value, count: 0 }));
  const all = [...unseen, ...values];
  if (all.length === 0) return null;
  const first = all.filter(({ value }, index) => index < visible || requested.includes(value));
  const rest = all.filter((value) => !first.includes(value));
  const row = ({ value, count, isLeast, isPart }: FacetValue) => {
    const isOut = chosen.without.includes(value);
    const others = {
      any: chosen.any.filter((other) => other !== value),
      without: chosen.without.filter((other) => other !== value),
    };
    const label = formatValue(value);
    const counted = formatCount(count, isLeast);
    return (
      <FacetChoice
        key={value}
        {...{ name, value, label, isPart, isOut }}
        // Of none that was counted nothing is known.
        counted={isLeast && count === 0 ? undefined : counted}
        isChosen={chosen.any.includes(value)}
        href={hrefOf(isOut ? others : { ...others, without: [...others.without, value] })}
        does={t(isOut ? "takeBack" : "leaveOutValue", { facet: legend, value: label })}
        leftOut={isOut ? t("leftOut") : undefined}
      />
    );
  };
  const anchor = `facet-${name}`;
  return (
    <details id={anchor} className="facet" aria-label={legend} open>
      <summary>{legend}</summary>
      {first.map(row)}
      {allHref !== null && rest.length > MOST_CLOSED && (
        <PlainLink href={`${allHref}#${anchor}`} staysInPlace className="py-1 text-sm text-accent">
          {t("allValues", { count: all.length })} <span className="sr-only">{legend}</span>
        </PlainLink>
      )}
      {rest.length > 0 && (allHref === null || rest.length <= MOST_CLOSED) && (
        <details open={allHref === null}>
          <summary className="py-1 text-sm text-accent">+ {rest.length}</summary>
          {rest.length > visible && <FacetSearch legend={legend} />}
          {rest.map(row)}
        </details>
      )}
    </details>
  );
}
