"use client";

import { useTranslations } from "#translations";
import { Foreign } from "@/components/ui/foreign";
import type { QueueItem } from "@/db/access/queue/queue";
import { itemKey, useItemTitle } from "./queue-item";

type TickProps = {
  item: QueueItem;
  selected: ReadonlySet<string>;
  select: (keys: readonly string[], isOn: boolean) => void;
};

/** Selects an item for what is done with several; the bulk page is sent it. */
export function ItemTick({ item, selected, select }: TickProps) {
  const t = useTranslations("queue");
  const key = itemKey(item);
  return (
    <input
      type="checkbox"
      name="item"
      value={key}
      checked={selected.has(key)}
      onChange={({ target }) => select([key], target.checked)}
      aria-label={t("selectOne", { title: item.title || item.slug })}
      className="select-box"
    />
  );
}

/** What an item is called: a link that shows it beside the list, where pressing anywhere in its row does so as well. */
export function ItemLink({ item, href }: { item: QueueItem; href: string }) {
  const { text, lang } = useItemTitle(item);
  return (
    <a href={href} data-follow="in-place" title={text} onClick={(event) => event.preventDefault()}>
      <Foreign lang={lang}>{text}</Foreign>
    </a>
  );
}
