import { useTranslations } from "#translations";
import { formatLaneKind } from "@/lib/timeline/timeline-labels";
import type { Lane } from "@/lib/timeline/timeline-lane";

/** A lane's kinds in the words of its noun: "Denial", "Ordered closed". */
export function useLaneKindName(): (lane: Lane, kind: string) => string {
  const translators = {
    event: useTranslations("event"),
    status: useTranslations("status"),
    claim: useTranslations("claim"),
    response: useTranslations("response"),
    evidence: useTranslations("evidence"),
  };
  return (lane, kind) => formatLaneKind(lane, kind, translators);
}
