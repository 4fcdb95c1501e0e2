import { useFormat, useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import type { FilterChoices } from "@/lib/filters/filter-field";

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
export function FacetChoices({ name, legend, values, formatValue, chosen, hrefOf, visible = 6, allHref }: Props) {
  const t = useTranslations("evidence");
  const known = new Set(values.map(({ value }) => value));
  const requested = [...chosen.any, ...chosen.without];
  const unseen = requested.filter((value) => !known.has(value)).map((value): FacetValue => ({ value, count: 0 }));
  const all = [...unseen, ...values];
  if (all.length === 0) return null;
  const first = all.filter(({ value }, index) => index < visible || requested.includes(value));
  const rest = all.filter((value) => !first.includes(value));
  const row = (value: FacetValue) => (
    <Choice key={value.value} {...{ name, legend, value, label: formatValue(value.value), chosen, hrefOf }} />
  );
  const anchor = `facet-${name}`;
  return (
    <fieldset id={anchor} className="flex flex-col">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {first.map(row)}
      {allHref !== null && rest.length > MOST_CLOSED && (
        <PlainLink href={`${allHref}#${anchor}`} staysInPlace className="py-1 text-sm text-accent">
          {t("allValues", { count: all.length })} <span className="sr-only">{legend}</span>
        </PlainLink>
      )}
      {rest.length > 0 && (allHref === null || rest.length <= MOST_CLOSED) && (
        <details open={allHref === null}>
          <summary className="py-1 text-sm text-accent">+ {rest.length}</summary>
          {rest.map(row)}
        </details>
      )}
    </fieldset>
  );
}

type ChoiceProps = Pick<Props, "name" | "legend" | "chosen" | "hrefOf"> & { value: FacetValue; label: string };

function Choice({ name, legend, value: { value, count, isLeast, isPart }, label, chosen, hrefOf }: ChoiceProps) {
  const t = useTranslations("evidence");
  const format = useFormat();
  const isOut = chosen.without.includes(value);
  const others = {
    any: chosen.any.filter((other) => other !== value),
    without: chosen.without.filter((other) => other !== value),
  };
  const href = hrefOf(isOut ? others : { ...others, without: [...others.without, value] });
  return (
    <div className={`flex min-h-8 items-center gap-2 text-sm ${isPart ? "pl-6" : ""}`}>
      {isOut ? (
        <span className="flex min-w-0 flex-1 gap-2 text-muted">
          <input type="hidden" name={`not.${name}`} value={value} />
          <s className="min-w-0 flex-1">{label}</s>
          <span className="sr-only">{t("leftOut")}</span>
        </span>
      ) : (
        <label className="flex min-w-0 flex-1 items-center gap-2">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.any.includes(value)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0 flex-1">{label}</span>
          {(count > 0 || !isLeast) && (
            <span className="tabular-nums text-muted">
              {isLeast ? t("atLeast", { count: format.number(count) }) : format.number(count)}
            </span>
          )}
        </label>
      )}
      <PlainLink
        href={href}
        staysInPlace
        aria-label={t(isOut ? "takeBack" : "leaveOutValue", { facet: legend, value: label })}
        title={t(isOut ? "takeBack" : "leaveOutValue", { facet: legend, value: label })}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-accent hover:bg-sunken"
      >
        <span aria-hidden="true">{isOut ? "↺" : "−"}</span>
      </PlainLink>
    </div>
  );
}
