import { useFormat, useWords } from "#words";
import { DeskText } from "@/components/ui/desk-text";
import { Notice } from "@/components/ui/notice";
import type { Standing } from "@/db/access/workflow/standing";

/** The public notes on a record, where its readers see them first; nothing when there are none. */
export function CorrectionNotes({ corrections }: Pick<Standing, "corrections">) {
  const t = useWords("correction");
  const format = useFormat();
  if (corrections.length === 0) return null;
  const title = ({ kind, at }: Standing["corrections"][number]) =>
    t(kind === "correction" ? "onRecord" : "retractedOn", {
      date: format.dateTime(new Date(at), { dateStyle: "long" }),
    });
  return (
    <div className="mb-6 flex flex-col gap-2">
      {corrections.map((correction) => (
        <Notice key={correction.id} title={title(correction)}>
          <p className="whitespace-pre-line">
            <DeskText>{correction.note}</DeskText>
          </p>
        </Notice>
      ))}
    </div>
  );
}
