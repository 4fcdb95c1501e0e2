import { useTranslations } from "#translations";
import { Badge } from "@/components/ui/marks";
import type { Unread } from "@/lib/records/unread";

/** That the reader has not read an item, or not as it stands now. */
export function UnreadMark({ unread }: { unread: Unread | null | undefined }) {
  const t = useTranslations("reading");
  return unread ? <Badge>{t(`mark.${unread}`)}</Badge> : null;
}
