"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { QueueItem } from "@/db/access/queue/queue";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { AssignmentSummary, ItemTitle, itemKey, Reasons, WaitingSince } from "./queue-item";
import { useSubjectKindName } from "./queue-labels";

export type RowsProps = {
  items: readonly QueueItem[];
  /** The one item that the Tab key reaches. */
  active: string | null;
  selected: ReadonlySet<string>;
  select: (key: string) => void;
  today: string;
  me: string;
  steps: (item: QueueItem) => ReactNode;
};

const FOCUS = "focus-visible:outline-3 focus-visible:outline-accent focus-visible:-outline-offset-2";

function Select({ item, selected, select }: Pick<RowsProps, "selected" | "select"> & { item: QueueItem }) {
  const t = useTranslations("queue");
  const key = itemKey(item);
  return (
    <input
      type="checkbox"
      name="item"
      value={key}
      checked={selected.has(key)}
      onChange={() => select(key)}
      aria-label={t("selectOne", { title: item.title || item.slug })}
      className="size-5 accent-accent"
    />
  );
}

/** The queue as a table; on a phone each row is a list of labelled values. */
export function QueueRows({ items, active, selected, select, today, me, steps }: RowsProps) {
  const t = useTranslations("queue");
  const kindName = useSubjectKindName();
  const cell = (label: string, content: ReactNode) => (
    <td data-label={label}>
      <div>{content}</div>
    </td>
  );
  return (
    <table className="ruled-table walked-table text-sm leading-[1.3]">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="sm:border-b sm:border-rule-strong">
          {(["Select", "Record", "State", "Reasons", "Since", "Plan", "Steps"] as const).map((name) => (
            <th key={name} scope="col" className="py-1 align-bottom font-semibold sm:px-2">
              <span className={name === "Select" ? "sr-only" : ""}>{t(`column${name}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr
            key={item.id}
            data-item={itemKey(item)}
            tabIndex={active === itemKey(item) ? 0 : -1}
            aria-current={active === itemKey(item) || undefined}
          >
            <td>
              <Select {...{ item, selected, select }} />
            </td>
            <th scope="row">
              <ItemTitle item={item} />
              <span className="block text-xs font-normal text-muted">
                {kindName(item.kind)} <span className="font-mono">{item.slug}</span>
              </span>
            </th>
            {cell(t("columnState"), <StateBadge state={item.state} />)}
            {cell(t("columnReasons"), <Reasons item={item} />)}
            {cell(t("columnSince"), <WaitingSince item={item} />)}
            {cell(t("columnPlan"), <AssignmentSummary item={item} today={today} me={me} />)}
            {cell(t("columnSteps"), steps(item))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type BoardProps = RowsProps & {
  totals: Readonly<Partial<Record<WaitingState, number>>>;
  isLeast: boolean;
  /** The address of a state's whole list. */
  hrefOf: (state: WaitingState) => string;
};

/** The queue as a board: a column a state, with as many as it has. */
export function QueueColumns({
  items,
  totals,
  isLeast,
  hrefOf,
  active,
  selected,
  select,
  today,
  me,
  steps,
}: BoardProps) {
  const t = useTranslations("queue");
  const common = useTranslations("common");
  const formatCount = useFormatCount();
  const kindName = useSubjectKindName();
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {WAITING_STATES.map((state) => {
        const own = items.filter((item) => item.state === state);
        const total = totals[state] ?? 0;
        return (
          <section key={state} aria-labelledby={`column-${state}`} className="flex min-w-0 flex-col gap-2">
            <h2 id={`column-${state}`} className="border-b border-rule-strong pb-1 text-base">
              {common(`state.${state}`)} <span className="font-normal text-muted">{formatCount(total, isLeast)}</span>
            </h2>
            {own.length === 0 && <p className="text-sm text-muted">{t("emptyColumn")}</p>}
            <ul className="flex flex-col gap-2">
              {own.map((item) => (
                <li
                  key={item.id}
                  data-item={itemKey(item)}
                  tabIndex={active === itemKey(item) ? 0 : -1}
                  aria-current={active === itemKey(item) || undefined}
                  className={`flex flex-col gap-1 border border-rule bg-raised p-3 text-sm leading-[1.3] aria-[current]:border-accent ${FOCUS}`}
                >
                  <div className="flex items-start gap-2">
                    <Select {...{ item, selected, select }} />
                    <div className="min-w-0 flex-1 font-semibold">
                      <ItemTitle item={item} />
                      <span className="block text-xs font-normal text-muted">{kindName(item.kind)}</span>
                    </div>
                  </div>
                  <Reasons item={item} />
                  <AssignmentSummary item={item} today={today} me={me} />
                  {steps(item)}
                </li>
              ))}
            </ul>
            {total > own.length && (
              <p className="text-sm">
                <Link href={hrefOf(state)}>{t("more", { count: formatCount(total, isLeast) })}</Link>
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}
