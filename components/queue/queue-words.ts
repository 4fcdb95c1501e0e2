import { useWords } from "#words";
import type { RecordKind } from "@/lib/editorial";
import type { GateReason } from "@/lib/gate";
import type { WaitingState } from "@/lib/waiting";

/** The words of the queue's filters. */
export function useQueueWords() {
  const t = useWords("queue");
  const record = useWords("record");
  const common = useWords("common");
  const gate = useWords("gate");
  return {
    legend: (key: string) => t(key === "kind" ? "filterKind" : key === "state" ? "filterState" : "filterReason"),
    say: (key: string, value: string) => {
      if (key === "kind") return record(`kindName.${value as RecordKind}`);
      return key === "state" ? common(`state.${value as WaitingState}`) : gate(`short.${value as GateReason}`);
    },
  };
}
