import { useTranslations } from "#translations";
import type { RecordKind, RevisedKind } from "@/lib/records/editorial";

/** What a kind of record, or of what the desk does about records, is called. */
export function useKindName() {
  const t = useTranslations("history");
  const record = useTranslations("record");
  return (kind: RevisedKind) =>
    kind === "proposal" || kind === "reply_entry" || kind === "waiver" || kind === "annotation" || kind === "kept_row"
      ? t(`desk.${kind}`)
      : record(`kindName.${kind satisfies RecordKind}`);
}
