"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import { Button } from "./button";
import { useFormatCount } from "./use-format-count";

type FormProps = {
  /** Path of the list; the form's fields become its query. */
  action: string;
  /** Parts of the address to keep (sort, tab), as hidden fields. */
  hiddenFields?: Readonly<Record<string, string | readonly string[]>>;
  /** How many filters hold now, for the closed sheet on a phone. */
  active?: number;
  children: ReactNode;
};

/**
 * Filters as a GET form: a column where there is room, a sheet on a phone. What is chosen counts at once, what is typed when
 * one leaves its field; without a script all of it when it is sent. On a phone the button closes the sheet too.
 */
export function FilterForm({ action, hiddenFields = {}, active = 0, children }: FormProps) {
  const t = useTranslations("common");
  return (
    <details className="sheet border-y border-rule py-2 print:hidden lg:border-0 lg:py-0" open={false}>
      <summary className="py-1 font-semibold lg:hidden">
        {t("filters")} {active > 0 && `(${active})`}
      </summary>
      <form action={action} data-follow="choices" className="flex flex-col gap-4 pt-2 lg:pt-0">
        {Object.entries(hiddenFields).flatMap(([name, values]) =>
          [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
        )}
        {children}
        <div className="sticky bottom-0 bg-paper py-2 max-md:bottom-12 lg:not-noscript:hidden">
          <Button type="submit">{t("applyFilters")}</Button>
        </div>
      </form>
    </details>
  );
}

export type FacetOption = {
  value: string;
  label: ReactNode;
  count?: number;
  /** The count is a lower bound. */
  isLeast?: boolean;
  checked?: boolean;
};

/** One facet: any of several values, with how many records each has. Long ones show `visible` until opened. */
export function Facet({
  name,
  legend,
  options,
  visible = 5,
}: {
  name: string;
  legend: string;
  options: readonly FacetOption[];
  visible?: number;
}) {
  const ranked = [...options.filter((option) => option.checked), ...options.filter((option) => !option.checked)];
  const rest = ranked.slice(visible);
  return (
    <details className="facet" aria-label={legend} open>
      <summary>{legend}</summary>
      {ranked.slice(0, visible).map((option) => (
        <FacetChoice key={option.value} name={name} option={option} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary className="py-1 text-sm text-accent">+ {rest.length}</summary>
          {rest.length >= LEAST_SEARCHED && <FacetSearch legend={legend} />}
          {rest.map((option) => (
            <FacetChoice key={option.value} name={name} option={option} />
          ))}
        </details>
      )}
    </details>
  );
}

/** So many values behind the first are searched rather than read through. */
const LEAST_SEARCHED = 8;

/** Hides the values beside it that do not hold what is typed (FollowLinks); without a script it is not there. */
export function FacetSearch({ legend }: { legend: string }) {
  const t = useTranslations("common");
  const label = t("within", { facet: legend });
  return <input type="search" data-facet-search="" aria-label={label} placeholder={label} className="facet-search" />;
}

function FacetChoice({ name, option }: { name: string; option: FacetOption }) {
  const formatCount = useFormatCount();
  return (
    <label>
      <input type="checkbox" name={name} value={option.value} defaultChecked={option.checked === true} />
      <span className="name">{option.label}</span>
      {option.count !== undefined && <span className="count">{formatCount(option.count, option.isLeast)}</span>}
    </label>
  );
}

type ActiveProps = {
  items: readonly { label: string; href: string }[];
  clearHref: string;
  /** How many are found. */
  total?: number | undefined;
  /** There are more than the total: not all were counted. */
  isLeast?: boolean;
};

/** What the list is narrowed to, in words, each of which takes itself away: it stays in sight above a long list. */
export function ActiveFilters({ items, clearHref, total, isLeast }: ActiveProps) {
  const t = useTranslations("common");
  const formatCount = useFormatCount();
  if (items.length === 0) return null;
  return (
    <div className="active-filters">
      {total !== undefined && <p>{t("found", { count: total, formatted: formatCount(total, isLeast) })}</p>}
      <ul aria-label={t("filters")}>
        {items.map(({ label, href }) => (
          <li key={label}>
            <PlainLink href={href} aria-label={t("removeFilter", { filter: label })} className="chip">
              {label} <span aria-hidden="true">×</span>
            </PlainLink>
          </li>
        ))}
        <li>
          <PlainLink href={clearHref} className="text-accent underline print:hidden">
            {t("clearFilters")}
          </PlainLink>
        </li>
      </ul>
    </div>
  );
}
