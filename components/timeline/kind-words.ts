import { useWords } from "#words";
import type { Lane } from "@/lib/timeline/timeline-lane";
import { sayKind } from "@/lib/timeline/timeline-words";

/** A lane's kinds in the words of its noun: "Denial", "Ordered closed". */
export function useKindWords(): (lane: Lane, kind: string) => string {
  const words = {
    event: useWords("event"),
    status: useWords("status"),
    claim: useWords("claim"),
    response: useWords("response"),
    evidence: useWords("evidence"),
  };
  return (lane, kind) => sayKind(lane, kind, words);
}
