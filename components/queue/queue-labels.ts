import { useTranslations } from "#translations";
import { usePersonName } from "@/components/ui/person-name";
import type { QueueAssignee } from "@/db/access/queue/queue";
import type { Due, QueueFacet } from "@/lib/filters/queue-filter";
import type { SubjectKind } from "@/lib/records/editorial";
import type { GateReason } from "@/lib/workflow/gate";
import type { Priority } from "@/lib/workflow/priority";
import type { WaitingState } from "@/lib/workflow/waiting-states";

/** What a kind of record, or a proposal, is called. */
export function useSubjectKindName(): (kind: SubjectKind) => string {
  const t = useTranslations("queue");
  const record = useTranslations("record");
  return (kind) => (kind === "proposal" ? t("proposalName") : record(`kindName.${kind}`));
}

/** The words of the queue's filters; `people` are those who can have work assigned, `assignees` those who have some. */
export function useQueueLabels(
  people: readonly { readonly id: string; readonly name: string }[],
  assignees: readonly QueueAssignee[],
) {
  const t = useTranslations("queue");
  const common = useTranslations("common");
  const gate = useTranslations("gate");
  const kindName = useSubjectKindName();
  const formatName = usePersonName();
  const formatters: Record<QueueFacet, (value: string) => string> = {
    kind: (value) => kindName(value as SubjectKind),
    state: (value) => common(`state.${value as WaitingState}`),
    reason: (value) => gate(`short.${value as GateReason}`),
    priority: (value) => t(`priority.${value as Priority}`),
    due: (value) => t(`dueWord.${value as Due}`),
    assignee: (value) => {
      const holder = assignees.find(({ id }) => id === value);
      return people.find(({ id }) => id === value)?.name ?? (holder ? formatName(holder) : value);
    },
    tag: (value) => value,
  };
  return {
    legend: (key: string) => t(`filter.${key as QueueFacet}`),
    formatValue: (key: string, value: string) => formatters[key as QueueFacet](value),
  };
}
