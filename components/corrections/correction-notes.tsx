import { useFormatInstant, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Notice } from "@/components/ui/notice";
import type { WorkflowStatus } from "@/db/access/workflow/workflow-status";

/** The public notes on a record, where its readers see them first; nothing when there are none. */
export function CorrectionNotes({ corrections }: Pick<WorkflowStatus, "corrections">) {
  const t = useTranslations("correction");
  const formatInstant = useFormatInstant();
  if (corrections.length === 0) return null;
  const title = ({ kind, at }: WorkflowStatus["corrections"][number]) =>
    t(kind === "correction" ? "onRecord" : "retractedOn", {
      date: formatInstant(at, "longDay"),
    });
  return (
    <div className="mb-6 flex flex-col gap-2">
      {corrections.map((correction) => (
        <Notice key={correction.id} title={title(correction)}>
          <p dir="auto" className="whitespace-pre-line">
            <DeskText>{correction.note}</DeskText>
          </p>
        </Notice>
      ))}
    </div>
  );
}
