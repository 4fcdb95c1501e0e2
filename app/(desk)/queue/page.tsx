import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { readWaitingAnnotations } from "@/app/_server/overview";
import { requirePermission } from "@/app/_server/session";
import { QueueIsland } from "@/components/queue/queue-island";
import { QueueList } from "@/components/queue/queue-list";
import { WaitingAnnotations } from "@/components/queue/waiting-annotations";
import { Words } from "@/components/words";
import { listAssignees, listTags } from "@/db/access/queue/assignments";
import { listQueue, listQueueBoard, readWaiting } from "@/db/access/queue/queue";
import { encodeCursor } from "@/lib/filters/cursor";
import { queueFilter } from "@/lib/filters/queue-filter";
import { wordsFor } from "@/lib/text/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "queue")("title") };
}

export default async function QueuePage({ searchParams }: PageProps<"/queue">) {
  const actor = await requirePermission("read drafts");
  const { value: view, problems } = queueFilter.parse(await searchParams);
  const [page, { counts, reasons }, people, tags, annotations] = await Promise.all([
    (view.view === "board" ? listQueueBoard : listQueue)(actor, view),
    readWaiting(actor),
    listAssignees(actor),
    listTags(actor),
    readWaitingAnnotations(actor),
  ]);
  return (
    <QueueList view={view} problems={problems} counts={counts} reasons={reasons} people={people} tags={tags}>
      <WaitingAnnotations annotations={annotations} />
      <Words of={["queue", "record", "common", "gate", "workflow", "status", "form"]}>
        <QueueIsland
          key={queueFilter.toQuery(view)}
          view={view}
          initial={{ ...page, next: page.next && encodeCursor(page.next) }}
          today={new Date().toISOString().slice(0, 10)}
          me={{ id: actor.id, name: actor.name, role: actor.role }}
          people={people.map(({ id, name }) => ({ id, name }))}
        />
      </Words>
    </QueueList>
  );
}
