import type { Metadata } from "next";
import { BesideQueue } from "@/app/_parts/beside-queue";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { QueueIsland } from "@/components/queue/queue-island";
import { itemKey } from "@/components/queue/queue-item";
import { QueueList } from "@/components/queue/queue-list";
import { listAssignees, listTags } from "@/db/access/queue/assignments";
import { listQueue, listQueueBoard } from "@/db/access/queue/queue";
import { readWaitingCounts } from "@/db/access/queue/waiting-counts";
import { newsroomDay } from "@/db/newsroom";
import { encodeCursor } from "@/lib/filters/cursor";
import { queueFilter } from "@/lib/filters/queue-filter";
import { queuePlaces } from "@/lib/filters/queue-places";
import { getTranslations } from "@/lib/text/translations";
import { editItem, previewItem } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "queue")("title") };
}

export default async function QueueRoute({ searchParams }: PageProps<"/queue">) {
  const actor = await requireActorWith("read drafts");
  // What is shown beside the list is no part of the list's view.
  const { item: named, ...params } = await searchParams;
  const { value: view, problems } = queueFilter.parse(params);
  const [page, waiting, people, tags] = await Promise.all([
    (view.view === "board" ? listQueueBoard : listQueue)(actor, view),
    readWaitingCounts(actor),
    listAssignees(actor),
    listTags(actor),
  ]);
  const item = page.items.find((one) => itemKey(one) === named) ?? page.items[0];
  const shown = item ? { item, preview: await previewItem(itemKey(item)) } : null;
  const now = new Date();
  return (
    <QueueList
      {...{ view, problems, waiting, people, tags }}
      assignees={page.items.flatMap(({ assignee }) => assignee ?? [])}
    >
      <BesideQueue actor={actor} />
      <Messages of={["queue", "record", "common", "gate", "workflow", "status", "form", "draft"]}>
        <QueueIsland
          key={queueFilter.toQuery(view)}
          {...{ places: queuePlaces(view), shown, readPreview: previewItem, readEditor: editItem }}
          initial={{ ...page, next: page.next && encodeCursor(page.next) }}
          isPeeked={item !== undefined && named === itemKey(item)}
          today={newsroomDay(now)}
          now={now.toISOString()}
          me={{ id: actor.id, name: actor.name, role: actor.role }}
          people={people.map(({ id, name }) => ({ id, name }))}
        />
      </Messages>
    </QueueList>
  );
}
