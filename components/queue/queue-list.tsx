import type { ReactNode } from "react";
import { useWords } from "#words";
import { ListFrame, useChips } from "@/components/records/list-frame";
import { Facet, FilterForm } from "@/components/ui/filter-form";
import type { QueueCount } from "@/db/access/queue";
import { RECORD_KINDS } from "@/lib/editorial";
import type { FilterProblem } from "@/lib/filter";
import { GATE_REASONS, type GateReason } from "@/lib/gate";
import { type QueueView, queueFilter } from "@/lib/queue-filter";
import { WAITING_STATES } from "@/lib/waiting";
import { useQueueWords } from "./queue-words";

type Props = {
  view: QueueView;
  problems: readonly FilterProblem[];
  counts: readonly QueueCount[];
  reasons: Readonly<Record<GateReason, number>>;
  children: ReactNode;
};

/** The frame of the queue: what waits by kind, state and reason, and what holds now. */
export function QueueList({ view, problems, counts, reasons, children }: Props) {
  const t = useWords("queue");
  const { legend, say } = useQueueWords();
  const narrowings = queueFilter.narrowings(view);
  const totalOf = (key: "kind" | "state", value: string) =>
    counts.reduce((sum, row) => sum + (row[key] === value ? row.count : 0), 0);
  const facet = (key: "kind" | "state" | "reason", values: readonly string[], countOf: (value: string) => number) => (
    <Facet
      name={key}
      legend={legend(key)}
      visible={9}
      options={values
        .map((value) => ({
          value,
          label: say(key, value),
          count: countOf(value),
          checked: (view[key].any as readonly string[]).includes(value),
        }))
        .filter(({ count, checked }) => count > 0 || checked)}
    />
  );
  return (
    <ListFrame
      title={t("title")}
      lead={t("lead")}
      problems={problems}
      chips={useChips(narrowings, { legend, say }, (narrowing) => queueFilter.without("/queue", view, narrowing))}
      clearHref="/queue"
      filters={
        <FilterForm action="/queue" active={narrowings.length}>
          {facet("state", WAITING_STATES, (value) => totalOf("state", value))}
          {facet("kind", RECORD_KINDS, (value) => totalOf("kind", value))}
          {facet("reason", GATE_REASONS, (value) => reasons[value as GateReason])}
        </FilterForm>
      }
    >
      {children}
    </ListFrame>
  );
}
