import { useWords } from "#words";
import type { ClaimPosition } from "@/lib/claim";
import type { EventKind } from "@/lib/event";
import type { EvidenceKind } from "@/lib/evidence";
import type { ResponseKind } from "@/lib/response";
import type { StationStatus } from "@/lib/status";
import type { Lane } from "@/lib/timeline-lane";

/** A lane's kinds in the words of its noun: "Denial", "Ordered closed". */
export function useKindWords(): (lane: Lane, kind: string) => string {
  const event = useWords("event");
  const status = useWords("status");
  const claim = useWords("claim");
  const response = useWords("response");
  const evidence = useWords("evidence");
  const say: Record<Lane, (kind: string) => string> = {
    events: (kind) => event(`kind.${kind as EventKind}`),
    reports: (kind) => status(`label.${kind as StationStatus}`),
    claims: (kind) => claim(`positionName.${kind as ClaimPosition}`),
    responses: (kind) => response(`kind.${kind as ResponseKind}`),
    evidence: (kind) => evidence(`kind.${kind as EvidenceKind}`),
  };
  return (lane, kind) => say[lane](kind);
}
