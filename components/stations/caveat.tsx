import { useWords } from "#words";
import { DeskText } from "@/components/ui/desk-text";
import { Notice } from "@/components/ui/notice";

/** What a reader has to know before relying on the record. */
export function Caveat({ note }: { note: string | null }) {
  const t = useWords("station");
  return note ? (
    <Notice kind="caution" title={t("caveatTitle")}>
      <p>
        <DeskText>{note}</DeskText>
      </p>
    </Notice>
  ) : null;
}
