import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { readUnreadNotices } from "@/app/_server/unread";
import { InboxList } from "@/components/inbox/inbox-list";
import { countCauses, listInbox } from "@/db/access/discussion/inbox";
import { inboxFilter } from "@/lib/filters/inbox-filter";
import { getTranslations } from "@/lib/text/translations";
import { markAllReadAction, markReadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "inbox")("title") };
}

export default async function InboxPage({ searchParams }: PageProps<"/inbox">) {
  const actor = await requireActorWith("read the discussion");
  const { value: view, problems } = inboxFilter.parse(await searchParams);
  const [page, counts, unread] = await Promise.all([
    listInbox(actor, view, { after: view.after }),
    countCauses(actor),
    readUnreadNotices(actor),
  ]);
  return (
    <InboxList
      {...{ view, problems, page, counts, unread }}
      actions={{ read: markReadAction, readAll: markAllReadAction }}
    />
  );
}
