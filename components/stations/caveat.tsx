import { useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Notice } from "@/components/ui/notice";

/** What a reader has to know before relying on the record. */
export function Caveat({ note }: { note: string | null }) {
  const t = useTranslations("station");
  return note ? (
    <Notice kind="caution" title={t("caveatTitle")}>
      <p>
        <DeskText>{note}</DeskText>
      </p>
    </Notice>
  ) : null;
}
