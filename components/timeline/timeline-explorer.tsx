import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import type { Annotation } from "@/db/access/timeline/annotations";
import { type TimelineView, timelineDataFilter, timelineFilter } from "@/lib/timeline/timeline-filter";
import { KINDS_OF_LANE, LANES } from "@/lib/timeline/timeline-lane";
import type { Period } from "@/lib/timeline/timeline-scale";
import { Explorer } from "./explorer";
import { useLaneKindName } from "./lane-kind-name";
import { useLaneName } from "./lane-name";

type Props = {
  view: TimelineView;
  period: Period;
  whole: Period;
  lanes: readonly string[];
  annotations: readonly Annotation[];
  children: ReactNode;
};

/** What the explorer needs of a view: where its records come from, and its names in the reader's words. */
export function TimelineExplorer({ view, period, whole, lanes, annotations, children }: Props) {
  const t = useTranslations("timeline");
  const explorer = useTranslations("explorer");
  const kindOf = useLaneKindName();
  const laneName = useLaneName();
  const anyTime = { ...view, from: undefined, to: undefined };
  const kinds = LANES.flatMap((lane) =>
    KINDS_OF_LANE[lane].map((kind) => [`${lane}.${kind}`, `${t(`laneOne.${lane}`)}, ${kindOf(lane, kind)}`] as const),
  );
  const names = Object.fromEntries([
    ...[...LANES, ...lanes, "notes"].map((lane) => [lane, laneName(lane)] as const),
    ["notes.", explorer("noteOne")] as const,
    ...kinds,
  ]);
  const query = timelineFilter.toQuery({ ...anyTime, scale: "whole", after: undefined });
  const dataUrl = timelineDataFilter.toQuery(anyTime);
  return (
    <Messages of={["explorer"]}>
      <Explorer
        dataUrl={dataUrl ? `/api/v1/timeline?${dataUrl}` : "/api/v1/timeline"}
        path="/timeline"
        query={query}
        period={period}
        whole={whole}
        by={view.lanes}
        shown={lanes}
        notes={annotations.map(({ id, text, language, date }) => ({ id, text, language, date }))}
        names={names}
      >
        {children}
      </Explorer>
    </Messages>
  );
}
