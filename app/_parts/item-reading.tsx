import "server-only";
import { noteReading } from "@/app/_server/note-reading";
import { markUnreadAction } from "@/app/_server/reading-actions";
import { ItemReaders } from "@/components/evidence/item-readers";
import { MarkForm } from "@/components/evidence/mark-form";
import { Messages } from "@/components/messages";
import { findReading } from "@/db/access/evidence/unread";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

type Props = { actor: Actor; item: { readonly id: string; readonly slug: string; readonly version: number } };

/** Where this person stands with an item whose page they have open now, which is noted, and who else of the desk read it. */
export async function ItemReading({ actor, item }: Props) {
  const reading = await findReading(actor, item.slug);
  noteReading(actor, item, reading);
  const label = getTranslations(actor.locale, "reading")("markUnread");
  return (
    <ItemReaders slug={item.slug} version={item.version} reading={reading}>
      <Messages of={["reading", "form"]}>
        <MarkForm action={markUnreadAction} values={{ slug: item.slug }} label={label} />
      </Messages>
    </ItemReaders>
  );
}
