import { useTranslations } from "#translations";
import { TextArea } from "@/components/ui/field";
import type { FormParts } from "./record-form";

/** What everybody reads beside the record, and what only the desk does. Needs the words of `form`. */
export function NoteFields({ field, label }: Pick<FormParts, "field" | "label">) {
  const t = useTranslations("form");
  return (
    <>
      <TextArea label={label("note")} hint={t("noteHint")} rows={3} optional {...field("note")} />
      <TextArea
        label={label("internalNote")}
        hint={t("internalNoteHint")}
        rows={3}
        optional
        {...field("internalNote")}
      />
    </>
  );
}

/** Whether one of them is filled in, or wrong. */
export const hasNotes = (field: FormParts["field"]): boolean =>
  ["note", "internalNote"].some((name) => field(name).defaultValue !== "" || Boolean(field(name).error));
