"use client";

import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { usePersonName } from "@/components/ui/person-name";
import type { QueueItem } from "@/db/access/queue/queue";
import { formatDay } from "@/lib/dates/format-date";
import type { Common } from "@/lib/workflow/review-batch";
import type { WaitingState } from "@/lib/workflow/waiting-states";
import { ItemLink, ItemTick } from "./item-row";
import { itemKey, PRIORITY_GLYPHS } from "./queue-item";
import { useSubjectKindName } from "./queue-labels";

export type RowsProps = {
  items: readonly QueueItem[];
  /** The same without what was just done and still waits: a column stays where it is meanwhile. */
  stored: readonly QueueItem[];
  /** The one item that the Tab key reaches, and that is shown beside the list. */
  active: string | null;
  selected: ReadonlySet<string>;
  select: (keys: readonly string[], isOn: boolean) => void;
  /** Shows an item beside the list. */
  show: (key: string) => void;
  /** The address at which the server shows it there. */
  hrefOf: (key: string) => string;
  today: string;
  /** When the list was drawn, as an ISO instant: ages are said as of then. */
  now: string;
  me: string;
  steps: (item: QueueItem) => ReactNode;
};

const STATE_GLYPHS: Record<WaitingState, string> = {
  draft: "○",
  in_review: "◐",
  changes_requested: "↩",
  approved: "●",
};

type TickProps = Pick<RowsProps, "selected" | "select"> & { keys: readonly string[]; label: string };

/** Ticks several rows together. It is no field of the form: the rows are. */
export function BatchTick({ keys, label, selected, select }: TickProps) {
  const isOn = keys.length > 0 && keys.every((key) => selected.has(key));
  return (
    <input
      type="checkbox"
      checked={isOn}
      onChange={() => select(keys, !isOn)}
      aria-label={label}
      className="size-4 accent-accent"
    />
  );
}

type RowProps = RowsProps & { item: QueueItem; common: Common; isInBatch: boolean };

/** One item that waits, as a line of the list. */
export function Row({
  item,
  common,
  isInBatch,
  active,
  selected,
  select,
  show,
  hrefOf,
  today,
  now,
  me,
  steps,
}: RowProps) {
  const t = useTranslations("queue");
  const states = useTranslations("common");
  const kindName = useSubjectKindName();
  const key = itemKey(item);
  const isActive = key === active;
  return (
    <tr data-item={key} tabIndex={isActive ? 0 : -1} aria-current={isActive || undefined} onClick={() => show(key)}>
      <td className="c-check">
        <ItemTick {...{ item, selected, select }} />
      </td>
      <td className="c-state">
        <span role="img" aria-label={states(`state.${item.state}`)} title={states(`state.${item.state}`)}>
          {STATE_GLYPHS[item.state]}
        </span>
      </td>
      <td className="c-kind">{kindName(item.kind)}</td>
      <th scope="row" className="c-record">
        {item.priority !== "normal" && (
          <span role="img" aria-label={t(`priority.${item.priority}`)} title={t(`priority.${item.priority}`)}>
            {PRIORITY_GLYPHS[item.priority]}{" "}
          </span>
        )}
        <ItemLink item={item} href={hrefOf(key)} />
      </th>
      <td className="c-reasons">
        <Blocks item={item} common={common} />
      </td>
      <td className="c-since">
        <Since item={item} now={now} withName={!common.updatedBy && !isInBatch} />
      </td>
      <td className="c-due">
        <Due dueOn={item.dueOn} today={today} />
      </td>
      <td className="c-plan">
        <Assignee item={item} me={me} />
      </td>
      <td className="c-steps">{steps(item)}</td>
    </tr>
  );
}

/** What blocks it and not every other row; nothing where nothing does. */
function Blocks({ item, common }: { item: QueueItem; common: Common }) {
  const gate = useTranslations("gate");
  const own = item.reasons.filter((reason) => !common.reasons.includes(reason));
  const words = own.map((reason) => gate(`short.${reason}`)).join(", ");
  if (own.length === 0) return null;
  return (
    <span title={words}>
      <span aria-hidden="true">⊘ </span>
      {words}
    </span>
  );
}

function Since({ item, now, withName }: { item: QueueItem; now: string; withName: boolean }) {
  const formatAge = useFormatAge(now);
  const name = usePersonName()({ name: item.updatedBy, isDisabled: item.isWriterDisabled });
  const age = formatAge(item.updatedAt);
  return withName ? <span title={name}>{`${age} · ${name}`}</span> : age;
}

function Due({ dueOn, today }: { dueOn: string | null; today: string }) {
  const t = useTranslations("queue");
  const locale = useLocaleCode();
  if (!dueOn) return null;
  const date = formatDay(dueOn, locale, "dayAndMonth");
  if (dueOn >= today) return date;
  return (
    <span className="font-semibold text-danger" title={t("overdueOn", { date })}>
      <span className="sr-only">{t("dueWord.overdue")} </span>
      {date}
    </span>
  );
}

/** Whose it is, by initials; the whole name stands beside the list. */
function Assignee({ item: { assignee }, me }: { item: QueueItem; me: string }) {
  const t = useTranslations("queue");
  const formatName = usePersonName();
  if (!assignee) return null;
  const name = assignee.id === me ? t("you", { name: assignee.name }) : formatName(assignee);
  const initials = assignee.name
    .split(/\s+/)
    .map(([letter = ""]) => letter)
    .slice(0, 2)
    .join("");
  return (
    <span role="img" className="initials" aria-label={name} title={name}>
      {initials}
    </span>
  );
}

const HOUR = 3_600_000;

/** "3d", "5h": how long ago, as short as the language writes it. */
export function useFormatAge(now: string): (at: string) => string {
  const format = useFormat();
  return (at) => {
    const hours = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / HOUR));
    const [count, unit] = hours < 24 ? [hours, "hour"] : [Math.floor(hours / 24), "day"];
    return format.number(count, { style: "unit", unit, unitDisplay: "narrow" });
  };
}
