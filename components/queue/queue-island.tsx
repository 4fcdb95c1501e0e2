"use client";

import { lazy, Suspense, useRef } from "react";
import { useTranslations } from "#translations";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState, Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { QueueItem } from "@/db/access/queue/queue";
import type { QueuePlaces } from "@/lib/filters/queue-places";
import { withPart } from "@/lib/filters/with-part";
import type { Person } from "@/lib/workflow/actor";
import { QueueBoard } from "./queue-board";
import { type QueueData, useQueueData } from "./queue-data";
import { BulkBar, QueueFooter, StepToast } from "./queue-foot";
import { itemKey } from "./queue-item";
import { ReviewPanel } from "./review-panel";
import { ReviewRows } from "./review-rows";
import { RowSteps } from "./row-steps";
import type { ReadEditor } from "./use-editor";
import type { Preview, ReadPreview } from "./use-previews";
import { useReview } from "./use-review";
import { useReviewKeys } from "./use-review-keys";

const QueueDialog = lazy(() => import("./queue-dialog"));

type Props = {
  places: QueuePlaces;
  initial: QueueData;
  /** The item that the address shows, or the first; with what the server drew of it. */
  shown: { readonly item: QueueItem; readonly preview: Preview } | null;
  /** Whether the address names it: on a phone it is then open. */
  isPeeked: boolean;
  readPreview: ReadPreview;
  readEditor: ReadEditor;
  /** The newsroom's day. */
  today: string;
  /** When the server drew the list. */
  now: string;
  me: Pick<Person, "id" | "name" | "role">;
  people: readonly { readonly id: string; readonly name: string }[];
};

/**
 * What the server drew, kept up to date, beside what it says: others' changes appear, one's own are shown at once and taken
 * back when they are refused. Without JavaScript a row's link shows it, and the same rows are a form of the bulk page.
 */
export function QueueIsland({ places, initial, shown, isPeeked, ...props }: Props) {
  const { isBoard } = places;
  const { readPreview, readEditor, today, now, me, people } = props;
  const t = useTranslations("queue");
  const box = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const queue = useQueueData(places.query, initial);
  const review = useReview({ box, queue, places, shown, isPeeked, readPreview, readEditor, role: me.role });
  const { items, place, current, begin, focus, plan } = review;
  const { active, selected } = place;
  useReviewKeys(box, review);
  const rows = {
    ...{ items, active, selected, today },
    select: place.select,
    show: review.show,
    hrefOf: (key: string) => withPart(places.here, "item", key),
    me: me.id,
  };
  const rowSteps = (item: QueueItem) => {
    // What was just done, also where the column of states says the same of every row and is not drawn.
    if (review.steps.isHeld(item)) return <StateBadge state={item.state} />;
    return (
      isHydrated && itemKey(item) === active && <RowSteps steps={review.stepsOf(item)} take={begin} ask={plan} />
    );
  };
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
            action="/queue/bulk"
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
                hrefOfState={(state) => places.states[state]}
              />
            ) : (
              <ReviewRows {...rows} now={now} stored={queue.data.items} steps={rowSteps} />
            )}
            <BulkBar
              {...{ isHydrated }}
              allHref={places.bulk}
              selected={selected.size}
              total={queue.data.total}
              isLeast={queue.data.isLeast}
            />
            {!isBoard && (
              <Pager
                total={queue.data.total}
                isLeast={queue.data.isLeast}
                shown={items.length}
                nextHref={queue.data.next && withPart(places.first, "after", queue.data.next)}
                firstHref={places.isFirst ? undefined : places.first}
              />
            )}
          </form>
          {current && (
            <ReviewPanel
              key={itemKey(current)}
              item={current}
              preview={review.preview}
              editor={review.editor}
              steps={review.openSteps.filter((step) => !review.onBatch || step !== "trash")}
              {...{ today, isHydrated }}
              me={me.id}
              isAsking={review.steps.isAsking}
              ticked={selected.size}
              take={begin}
              requestChanges={(reason) => begin("request_changes", [], reason) ?? Promise.resolve(false)}
              ask={plan}
              cancel={() => focus(active ?? undefined)}
              closeHref={places.first}
              close={review.closePeek}
            />
          )}
        </div>
      )}
      <QueueFooter isLive={queue.isLive} isHydrated={isHydrated} />
      <StepToast held={review.steps.held} note={review.steps.note} done={queue.done} undo={review.takeBack} />
      {review.request && (
        // Until it is there no key takes a step: what is pressed is meant for it.
        <Suspense fallback={<dialog open className="sr-only" />}>
          <QueueDialog
            {...{ me, people }}
            request={review.request}
            close={review.closeDialog}
            act={queue.act}
            take={(_item, step, ticks) => begin(step, ticks)}
          />
        </Suspense>
      )}
    </div>
  );
}
