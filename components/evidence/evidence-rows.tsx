"use client";

import type { EvidenceItem } from "@/db/access/evidence/evidence";
import { EvidenceRow } from "./evidence-row";

type Props = {
  items: readonly EvidenceItem[];
  /** The place of the first in the feed. */
  start?: number;
  isSelectable: boolean;
};

/** Items of the feed, drawn from what they are on either side. */
export function EvidenceRows({ items, start, isSelectable }: Props) {
  return (
    <ol start={start}>
      {items.map((item) => (
        <EvidenceRow key={item.id} item={item} isSelectable={isSelectable} />
      ))}
    </ol>
  );
}
