import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { QueueList } from "@/components/queue/queue-list";
import { QueueTable } from "@/components/queue/queue-table";
import { Pager } from "@/components/ui/pager";
import { countGateReasons, countQueue, listQueue } from "@/db/access/queue";
import { queueFilter } from "@/lib/queue-filter";
import { wordsFor } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "queue")("title") };
}

export default async function QueuePage({ searchParams }: PageProps<"/queue">) {
  const actor = await requirePermission("read drafts");
  const { value: view, problems } = queueFilter.parse(await searchParams);
  const [page, counts, reasons] = await Promise.all([
    listQueue(actor, view, { after: view.after }),
    countQueue(actor),
    countGateReasons(actor),
  ]);
  return (
    <QueueList view={view} problems={problems} counts={counts} reasons={reasons}>
      <div>
        <QueueTable items={page.items} />
        <Pager
          total={page.total}
          shown={page.items.length}
          nextHref={page.next && queueFilter.href("/queue", view, { after: page.next })}
          firstHref={view.after && queueFilter.href("/queue", view)}
        />
      </div>
    </QueueList>
  );
}
