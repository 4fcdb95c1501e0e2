"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { EmptyState, Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { QueueItem } from "@/db/access/queue/queue";
import { type QueueView, queueFilter } from "@/lib/filters/queue-filter";
import type { Person } from "@/lib/workflow/actor";
import { type QueueTransition, queueTransitions } from "@/lib/workflow/queue-transitions";
import { QueueBoard } from "./queue-board";
import { type QueueData, useQueueData } from "./queue-data";
import { QueueDialog, type QueueDialogRequest } from "./queue-dialog";
import { BulkBar, QueueFooter, StepToast } from "./queue-foot";
import { itemKey, itemPath } from "./queue-item";
import { ReviewPanel } from "./review-panel";
import { ReviewRows } from "./review-rows";
import { RowSteps } from "./row-steps";
import { type Preview, type ReadPreview, usePreviews } from "./use-previews";
import { useReviewSteps } from "./use-review-steps";
import { useShortcuts } from "./use-shortcuts";

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
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const queue = useQueueData(queueFilter.toQuery(view), initial);
  const [request, setAsked] = useState<QueueDialogRequest | null>(null);
  const [wanted, setActive] = useState<string | null>(shown && itemKey(shown.item));
  /** Null: beside the list where there is room, and closed on a phone. */
  const [peek, setPeek] = useState<boolean | null>(isPeeked || null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());

  const isBoard = view.view === "board";
  const steps = useReviewSteps(queue.act);
  const items = queue.data.items.map(steps.withHeld);
  const keys = items.map(itemKey);
  const active = wanted && keys.includes(wanted) ? wanted : (keys[0] ?? null);
  const at = keys.indexOf(active ?? "");
  const current = items[at];
  const { preview, previewOf } = usePreviews(readPreview, current, items[at + 1], shown);
  const selected = new Set(keys.filter((key) => ticked.has(key)));

  const { noteSeen } = steps;
  useEffect(() => {
    if (current && preview && peek !== false && isPreviewShown()) noteSeen(current);
  }, [current, preview, peek, noteSeen]);

  const focus = (key: string | undefined) => {
    if (!key) return;
    setActive(key);
    steps.cancel();
    box.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)?.focus();
  };
  /** From where the focus is; the first press goes to where it was, or to the first. */
  const move = (by: 1 | -1) => {
    const own = (document.activeElement?.closest("[data-item]") as HTMLElement | null)?.dataset.item;
    const order = [...(box.current?.querySelectorAll<HTMLElement>("[data-item]") ?? [])].map(
      ({ dataset }) => dataset.item,
    );
    focus(own ? (order[order.indexOf(own) + by] ?? own) : (active ?? undefined));
  };
  const select = (some: readonly string[], isOn: boolean) =>
    setTicked((before) => new Set(isOn ? [...before, ...some] : [...before].filter((key) => !some.includes(key))));
  const stepsOf = (item: QueueItem) => (steps.isHeld(item) ? [] : queueTransitions(me.role, item));
  const onBatch = selected.size > 0 ? items.filter((item) => selected.has(itemKey(item))) : null;

  /** Takes a step with what is ticked and was looked at, else with what is shown; what it asks first is asked. */
  const begin = (step: QueueTransition, ticks?: readonly string[], reason?: string) => {
    if (!current) return undefined;
    if (!preview || !isPreviewShown()) {
      setPeek(true);
      steps.say(t("readFirst"));
      return undefined;
    }
    const question = onBatch || ticks ? null : steps.questionOf(step, current, preview);
    if (step === "request_changes" && reason === undefined) steps.ask();
    else if (question) setAsked(question);
    else {
      const taken = steps.take(step, onBatch ?? [current], { stepsOf, previewOf, ticks, reason });
      select(taken.keys, false);
      const next = items.slice(at + 1).find((item) => !taken.keys.includes(itemKey(item)) && !steps.isHeld(item));
      if (taken.keys.length > 0 && next) requestAnimationFrame(() => focus(itemKey(next)));
      return taken.done;
    }
    return undefined;
  };
  const press = (...some: QueueTransition[]) => {
    const open = onBatch ? onBatch.flatMap(stepsOf) : current ? stepsOf(current) : [];
    const step = some.find((one) => open.includes(one));
    if (step) begin(step);
  };
  const open = () => {
    const href = current && itemPath(current);
    if (href) router.push(href);
  };
  const plan = (what: "assign" | "plan") => current && setAsked({ what, item: current });
  const takeBack = () => focus(steps.undo());
  useShortcuts(box, {
    j: () => move(1),
    k: () => move(-1),
    o: open,
    Enter: open,
    " ": () => setPeek(!isPreviewShown()),
    a: () => press("approve"),
    r: () => press("request_changes"),
    p: () => press("publish"),
    s: () => press("submit"),
    z: takeBack,
    i: () => plan("assign"),
    e: () => plan("plan"),
    x: () => active && select([active], !selected.has(active)),
    "?": () => setAsked({ what: "help" }),
  });

  const close = () => {
    setAsked(null);
    if (active && request?.what !== "help") requestAnimationFrame(() => focus(active));
  };
  const hrefOf = (key: string) => hrefWith(view, "item", key);
  const rows = {
    ...{ items, active, selected, select, hrefOf, today },
    me: me.id,
    show: (key: string) => {
      setActive(key);
      if (key !== active) steps.cancel();
      setPeek((before) => before ?? (isPreviewShown() ? null : true));
    },
  };
  const rowSteps = (item: QueueItem) => isHydrated && <RowSteps steps={stepsOf(item)} take={begin} ask={plan} />;
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
        <div className="review" data-peek={peek ?? undefined}>
          <form
            ref={box}
            action={`${PATH}/bulk`}
            className="min-w-0"
            onFocus={(event) => {
              const key = (event.target as HTMLElement).closest<HTMLElement>("[data-item]")?.dataset.item;
              if (key && key !== active) setActive(key);
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
              preview={preview}
              steps={
                onBatch ? [...new Set(onBatch.flatMap(stepsOf))].filter((step) => step !== "trash") : stepsOf(current)
              }
              {...{ today, isHydrated }}
              me={me.id}
              isAsking={steps.isAsking}
              ticked={selected.size}
              take={begin}
              requestChanges={(reason) => begin("request_changes", [], reason) ?? Promise.resolve(false)}
              ask={plan}
              cancel={() => focus(active ?? undefined)}
              closeHref={queueFilter.href(PATH, view)}
              close={() => {
                setPeek(false);
                focus(active ?? undefined);
              }}
            />
          )}
        </div>
      )}
      <QueueFooter isLive={queue.isLive} isHydrated={isHydrated} help={() => setAsked({ what: "help" })} />
      <StepToast held={steps.held} note={steps.note} done={queue.done} undo={takeBack} />
      {request && (
        <QueueDialog
          {...{ request, me, people, close }}
          act={queue.act}
          take={(_item, step, ticks) => begin(step, ticks)}
        />
      )}
    </div>
  );
}

/** Whether it stands there: it may be closed, or have no room. */
const isPreviewShown = () => Boolean(document.getElementById("preview")?.checkVisibility());

/** The address of the view with a place in it, or with an item shown beside it. */
function hrefWith(view: QueueView, key: "after" | "item", value: string): string {
  const href = queueFilter.href(PATH, view, key === "item" ? { after: view.after } : {});
  return `${href}${href.includes("?") ? "&" : "?"}${key}=${value}`;
}
