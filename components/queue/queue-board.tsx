"use client";

import { useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { QueueItem } from "@/db/access/queue/queue";
import { WAITING_STATES, type WaitingState } from "@/lib/workflow/waiting-states";
import { ItemLink, ItemTick } from "./item-row";
import { AssignmentSummary, itemKey, Reasons } from "./queue-item";
import { useSubjectKindName } from "./queue-labels";
import type { RowsProps } from "./review-row";

type Props = Omit<RowsProps, "stored" | "now" | "steps"> & {
  totals: Readonly<Partial<Record<WaitingState, number>>>;
  isLeast: boolean;
  /** The address of a state's whole list. */
  hrefOfState: (state: WaitingState) => string;
};

/** The queue as a board: a column a state, with as many as it has. */
export function QueueBoard(props: Props) {
  const { items, totals, isLeast, hrefOfState } = props;
  const t = useTranslations("queue");
  const common = useTranslations("common");
  const formatCount = useFormatCount();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
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
                <Card key={item.id} item={item} {...props} />
              ))}
            </ul>
            {total > own.length && (
              <p className="text-sm">
                <Link href={hrefOfState(state)}>{t("more", { count: formatCount(total, isLeast) })}</Link>
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

const FOCUS = "focus-visible:outline-3 focus-visible:outline-accent focus-visible:-outline-offset-2";

function Card({ item, active, selected, select, show, hrefOf, today, me }: Props & { item: QueueItem }) {
  const kindName = useSubjectKindName();
  const key = itemKey(item);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the whole list are those of useShortcuts
    <li
      data-item={key}
      tabIndex={active === key ? 0 : -1}
      aria-current={active === key || undefined}
      onClick={() => show(key)}
      className={`flex flex-col gap-1 border border-rule bg-raised p-3 text-sm leading-[1.3] aria-[current]:border-accent ${FOCUS}`}
    >
      <div className="flex items-start gap-2">
        <ItemTick {...{ item, selected, select }} />
        <div className="min-w-0 flex-1 font-semibold [&_a]:quiet-link">
          <ItemLink item={item} href={hrefOf(key)} />
          <span className="block text-xs font-normal text-muted">{kindName(item.kind)}</span>
        </div>
      </div>
      <Reasons item={item} />
      <AssignmentSummary item={item} today={today} me={me} />
    </li>
  );
}
