"use client";

import { useMemo } from "react";
import { useTranslations } from "#translations";
import type { QueueItem } from "@/db/access/queue/queue";
import { type Common, commonOf, groupBatches } from "@/lib/workflow/review-batch";
import { itemKey } from "./queue-item";
import { useSubjectKindName } from "./queue-labels";
import { BatchTick, Row, type RowsProps, useFormatAge } from "./review-row";

/** What waits, a line each; on a phone two. What all of them have in common stands once above them. */
export function ReviewRows(props: RowsProps) {
  const { items, selected, select } = props;
  const t = useTranslations("queue");
  const common = useMemo(() => commonOf(props.stored), [props.stored]);
  const keys = items.map(itemKey);
  return (
    <>
      <CommonLine items={items} common={common} now={props.now} />
      <table className="review-table" data-common={commonColumns(common, props.stored)}>
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="c-check">
              <BatchTick label={t("selectAll")} keys={keys} {...{ selected, select }} />
            </th>
            {(["State", "Kind", "Record", "Reasons", "Since", "Due", "Plan", "Steps"] as const).map((name) => (
              <th key={name} scope="col" className={`c-${name.toLowerCase()}`}>
                <span className={name === "State" || name === "Plan" || name === "Steps" ? "sr-only" : ""}>
                  {t(`column${name}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {groupBatches(items).map(({ isBatch, items: rows }) => (
          <tbody key={rows[0]?.id}>
            {isBatch && rows.length < items.length && <BatchHead {...props} items={rows} />}
            {rows.map((item) => (
              <Row
                key={item.id}
                item={item}
                {...props}
                common={common}
                isInBatch={isBatch && rows.length < items.length}
              />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

/** Columns that would say the same on every row. */
function commonColumns(common: Common, items: readonly QueueItem[]) {
  const { kind, state, assignee, updatedBy } = common;
  const isOneWrite = updatedBy && items.every(({ updatedAt }) => updatedAt === items[0]?.updatedAt);
  const isNoneDue = items.every(({ dueOn }) => dueOn === null);
  const isNothingOwn = items.every(({ reasons }) => reasons.every((reason) => common.reasons.includes(reason)));
  const names = [
    kind && "kind",
    state && "state",
    assignee && "plan",
    isOneWrite && "since",
    isNoneDue && "due",
    isNothingOwn && "reasons",
  ];
  return names.filter(Boolean).join(" ") || undefined;
}

function CommonLine({ items, common, now }: { items: readonly QueueItem[]; common: Common; now: string }) {
  const t = useTranslations("queue");
  const gate = useTranslations("gate");
  const states = useTranslations("common");
  const kindName = useSubjectKindName();
  const formatAge = useFormatAge(now);
  const [first] = items;
  if (!first) return null;
  const isOneWrite = common.updatedBy && items.every(({ updatedAt }) => updatedAt === first.updatedAt);
  const said = [
    common.kind && kindName(first.kind),
    common.state && states(`state.${first.state}`),
    common.updatedBy && (isOneWrite ? `${first.updatedBy} · ${formatAge(first.updatedAt)}` : first.updatedBy),
    ...common.reasons.map((reason) => gate(`short.${reason as QueueItem["reasons"][number]}`)),
    common.assignee && (first.assignee ? first.assignee.name : t("unassigned")),
  ].filter((part) => part !== false);
  if (said.length === 0) return null;
  return (
    <p className="mb-1 text-sm text-muted">
      {t("commonToAll")}: {said.join(" · ")}
    </p>
  );
}

/** Neighbours of one write are ticked and worked through as one. */
function BatchHead({ items, selected, select, now }: RowsProps) {
  const t = useTranslations("queue");
  const formatAge = useFormatAge(now);
  const [first] = items;
  if (!first) return null;
  const by = `${first.updatedBy} · ${formatAge(first.updatedAt)}`;
  const title = t("batch", { count: items.length, by });
  return (
    <tr className="batch-head">
      <td className="c-check">
        <BatchTick label={t("selectOne", { title })} keys={items.map(itemKey)} {...{ selected, select }} />
      </td>
      {/* Over the columns beside it: to span those that are hidden would take the title's room. */}
      <th scope="rowgroup">{title}</th>
    </tr>
  );
}
