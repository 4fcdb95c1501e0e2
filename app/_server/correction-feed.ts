import "server-only";
import { listCorrections } from "@/db/access/history/corrections";
import { atomFeed } from "@/lib/feeds/atom";
import { recordPath } from "@/lib/records/record-path";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { NO_STORE } from "./problem";

/** The newest fifty public notes, as this reader may see them. */
export async function correctionFeed(actor: Actor, locale: Locale, origin: string): Promise<Response> {
  const t = getTranslations(locale, "correction");
  const { items } = await listCorrections(actor);
  const feed = atomFeed({
    id: `${origin}/corrections`,
    title: t("feedTitle"),
    self: `${origin}/corrections/feed`,
    alternate: `${origin}/corrections`,
    updated: items[0]?.at ?? "1970-01-01T00:00:00.000Z",
    entries: items.map(({ id, kind, note, at, record }) => ({
      id: `urn:uuid:${id}`,
      title: record ? `${t(`kind.${kind}`)}: ${record.title}` : t(`kind.${kind}`),
      content: note,
      updated: at,
      link: origin + ((record && recordPath(record)) ?? "/corrections"),
    })),
  });
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8", ...NO_STORE } });
}
