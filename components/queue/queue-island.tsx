"use client";

import { useRef } from "react";
import { useTranslations } from "#translations";
import { EmptyState, Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { QueueItem } from "@/db/access/queue/queue";
import { type QueueView, queueFilter } from "@/lib/filters/queue-filter";
import type { Person } from "@/lib/workflow/actor";
import { QueueBoard } from "./queue-board";
import { type QueueData, useQueueData } from "./queue-data";
import { QueueDialog } from "./queue-dialog";
import { BulkBar, QueueFooter, StepToast } from "./queue-foot";
import { itemKey } from "./queue-item";
import { ReviewPanel } from "./review-panel";
import { ReviewRows } from "./review-rows";
import { RowSteps } from "./row-steps";
import type { Preview, ReadPreview } from "./use-previews";
import { useReview } from "./use-review";
import { useReviewKeys } from "./use-review-keys";

type Props = {
  view: QueueView;
  initial: QueueData;
  /** The item that the address shows, or the first; with what the server drew of it. */
  shown: { readonly item: QueueItem; readonly preview: Preview } | null;
  /** Whether the address names it: on a phone it is then open. */
  isPeeked: boolean;
  readPreview: ReadPreview;
  /** The newsroom's day. */
  today: string;
  /** When the server drew the list. */
  now: string;
  me: Pick<Person, "id" | "name" | "role">;
  people: readonly { readonly id: string; readonly name: string }[];
};

const PATH = "/queue";

/**
 * What the server drew, kept up to date, beside what it says: others' changes appear, one's own are shown at once and taken
 * back when they are refused. Without JavaScript a row's link shows it, and the same rows are a form of the bulk page.
 */
export function QueueIsland({ view, initial, shown, isPeeked, readPreview, today, now, me, people }: Props) {
  const t = useTranslations("queue");
  const box = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const queue = useQueueData(queueFilter.toQuery(view), initial);
  const review = useReview({ box, queue, shown, isPeeked, readPreview, role: me.role });
  const { items, place, current, begin, focus, plan, setAsked } = review;
  const { active, selected } = place;
  const isBoard = view.view === "board";
  useReviewKeys(box, review);
  const help = () => setAsked({ what: "help" });
  const rows = {
    ...{ items, active, selected, today },
    select: place.select,
    show: review.show,
    hrefOf: (key: string) => hrefWith(view, "item", key),
    me: me.id,
  };
  const rowSteps = (item: QueueItem) =>
    isHydrated && <RowSteps steps={review.stepsOf(item)} take={begin} ask={plan} />;
  return (
    <div>
      {queue.refusal && (
        <div className="mb-3">
          <Notice kind="error" title={t("refusedTitle")}>
            <p>{queue.refusal}</p>
          </Notice>
        </div>
      )}
      {items.length === 0 && !isBoard ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
      ) : (
        <div className="review" data-peek={review.peek ?? undefined}>
          <form
            ref={box}
            action={`${PATH}/bulk`}
            className="min-w-0"
            onFocus={(event) => {
              const key = (event.target as HTMLElement).closest<HTMLElement>("[data-item]")?.dataset.item;
              if (key && key !== active) place.setActive(key);
            }}
          >
            {isBoard ? (
              <QueueBoard
                {...rows}
                totals={queue.data.totals}
                isLeast={queue.data.isLeast}
                hrefOfState={(state) =>
                  queueFilter.href(PATH, view, { view: "table", state: { any: [state], without: [] } })
                }
              />
            ) : (
              <ReviewRows {...rows} now={now} stored={queue.data.items} steps={rowSteps} />
            )}
            <BulkBar
              {...{ view, isHydrated }}
              selected={selected.size}
              total={queue.data.total}
              isLeast={queue.data.isLeast}
            />
            {!isBoard && (
              <Pager
                total={queue.data.total}
                isLeast={queue.data.isLeast}
                shown={items.length}
                nextHref={queue.data.next && hrefWith(view, "after", queue.data.next)}
                firstHref={view.after && queueFilter.href(PATH, view)}
              />
            )}
          </form>
          {current && (
            <ReviewPanel
              key={itemKey(current)}
              item={current}
              preview={review.preview}
              steps={review.openSteps.filter((step) => !review.onBatch || step !== "trash")}
              {...{ today, isHydrated }}
              me={me.id}
              isAsking={review.steps.isAsking}
              ticked={selected.size}
              take={begin}
              requestChanges={(reason) => begin("request_changes", [], reason) ?? Promise.resolve(false)}
              ask={plan}
              cancel={() => focus(active ?? undefined)}
              closeHref={queueFilter.href(PATH, view)}
              close={review.closePeek}
            />
          )}
        </div>
      )}
      <QueueFooter isLive={queue.isLive} isHydrated={isHydrated} help={help} />
      <StepToast held={review.steps.held} note={review.steps.note} done={queue.done} undo={review.takeBack} />
      {review.request && (
        <QueueDialog
          {...{ me, people }}
          request={review.request}
          close={review.closeDialog}
          act={queue.act}
          take={(_item, step, ticks) => begin(step, ticks)}
        />
      )}
    </div>
  );
}

/** The address of the view with a place in it, or with an item shown beside it. */
function hrefWith(view: QueueView, key: "after" | "item", value: string): string {
  const href = queueFilter.href(PATH, view, key === "item" ? { after: view.after } : {});
  return `${href}${href.includes("?") ? "&" : "?"}${key}=${value}`;
}
