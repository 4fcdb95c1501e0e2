"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Link, PlainLink } from "@/components/ui/link";
import { EmptyState, Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { useFormatCount } from "@/components/ui/use-format-count";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { QueueItem } from "@/db/access/queue/queue";
import { type QueueView, queueFilter } from "@/lib/filters/queue-filter";
import type { Person } from "@/lib/workflow/actor";
import { type QueueTransition, queueTransitions } from "@/lib/workflow/queue-transitions";
import { type QueueData, useQueueData } from "./queue-data";
import { QueueDialog, type QueueDialogRequest } from "./queue-dialog";
import { itemKey, itemPath } from "./queue-item";
import { QueueColumns, QueueRows } from "./queue-rows";
import { useShortcuts } from "./use-shortcuts";

type Props = {
  view: QueueView;
  initial: QueueData;
  /** The newsroom's day. */
  today: string;
  me: Pick<Person, "id" | "name" | "role">;
  people: readonly { readonly id: string; readonly name: string }[];
};

const PATH = "/queue";

/**
 * What the server drew, kept up to date: others' changes appear, one's own are shown at once and taken back when they are
 * refused. Without JavaScript the same rows are a form whose button leads to the bulk page.
 */
export function QueueIsland({ view, initial, today, me, people }: Props) {
  const t = useTranslations("queue");
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const isHydrated = useHydrated();
  const { data, act, refusal, done, isLive } = useQueueData(queueFilter.toQuery(view), initial);
  const [request, setAsked] = useState<QueueDialogRequest | null>(null);
  const [wanted, setActive] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const isBoard = view.view === "board";
  const { items } = data;
  const keys = items.map(itemKey);
  const active = wanted && keys.includes(wanted) ? wanted : (keys[0] ?? null);
  const current = items.find((item) => itemKey(item) === active);

  const focus = (key: string | undefined) => {
    if (!key) return;
    setActive(key);
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
  const select = (key: string) =>
    setSelected((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  const ask = (...steps: QueueTransition[]) => {
    const step = current && queueTransitions(me.role, current).find((one) => steps.includes(one));
    if (current && step) setAsked({ what: "step", item: current, step });
  };
  const open = () => {
    const href = current && itemPath(current);
    if (href) router.push(href);
  };
  useShortcuts(box, {
    j: () => move(1),
    k: () => move(-1),
    o: open,
    Enter: open,
    a: () => current && setAsked({ what: "assign", item: current }),
    e: () => current && setAsked({ what: "plan", item: current }),
    s: () => ask("submit"),
    r: () => ask("request_changes"),
    p: () => ask("approve", "publish"),
    x: () => active && select(active),
    "?": () => setAsked({ what: "help" }),
  });

  const close = () => {
    setAsked(null);
    if (active && request?.what !== "help") requestAnimationFrame(() => focus(active));
  };
  const rows = {
    items,
    active,
    selected,
    select,
    today,
    me: me.id,
    steps: (item: QueueItem) => <QueueTransitions item={item} role={me.role} ask={isHydrated ? setAsked : null} />,
  };
  const count = [...selected].filter((key) => keys.includes(key)).length;
  return (
    <div>
      <p role="status" className="sr-only">
        {done}
      </p>
      {refusal && (
        <div className="mb-3">
          <Notice kind="error" title={t("refusedTitle")}>
            <p>{refusal}</p>
          </Notice>
        </div>
      )}
      {items.length === 0 && !isBoard ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>
      ) : (
        <form
          ref={box}
          action={`${PATH}/bulk`}
          onFocus={(event) => {
            const key = (event.target as HTMLElement).closest<HTMLElement>("[data-item]")?.dataset.item;
            if (key && key !== active) setActive(key);
          }}
        >
          {isBoard ? (
            <QueueColumns
              {...rows}
              totals={data.totals}
              isLeast={data.isLeast}
              hrefOf={(state) =>
                queueFilter.href(PATH, view, { view: "table", state: { any: [state], without: [] } })
              }
            />
          ) : (
            <QueueRows {...rows} />
          )}
          <BulkBar view={view} selected={count} total={data.total} isLeast={data.isLeast} isHydrated={isHydrated} />
        </form>
      )}
      {!isBoard && (
        <Pager
          total={data.total}
          isLeast={data.isLeast}
          shown={items.length}
          nextHref={data.next && hrefAfter(view, data.next)}
          firstHref={view.after && queueFilter.href(PATH, view)}
        />
      )}
      <QueueFooter isLive={isLive} isHydrated={isHydrated} help={() => setAsked({ what: "help" })} />
      {request && <QueueDialog request={request} me={me} people={people} act={act} close={close} />}
    </div>
  );
}

function hrefAfter(view: QueueView, next: string): string {
  const href = queueFilter.href(PATH, view);
  return `${href}${href.includes("?") ? "&" : "?"}after=${next}`;
}

type QueueTransitionsProps = {
  item: QueueItem;
  role: Person["role"];
  /** Null before the page is hydrated: the same words then lead to the page where the item is planned and moved. */
  ask: ((request: QueueDialogRequest) => void) | null;
};

/** As large before hydration as after: a list that grows meanwhile takes its links away from under a click. */
function QueueTransitions({ item, role, ask }: QueueTransitionsProps) {
  const t = useTranslations("queue");
  const workflow = useTranslations("workflow");
  const choice = (label: string, request: QueueDialogRequest) =>
    ask ? (
      <button key={label} type="button" onClick={() => ask(request)} className="text-step">
        {label}
      </button>
    ) : (
      <PlainLink
        key={label}
        href={`${PATH}/bulk?item=${itemKey(item)}`}
        className="text-step inline-flex items-center"
      >
        {label}
      </PlainLink>
    );
  return (
    <span className="flex flex-wrap gap-x-2 print:hidden">
      {queueTransitions(role, item).map((step) => choice(workflow(step), { what: "step", item, step }))}
      {choice(t("assign"), { what: "assign", item })}
      {choice(t("plan"), { what: "plan", item })}
    </span>
  );
}

type BulkBarProps = {
  view: QueueView;
  selected: number;
  total: number;
  isLeast: boolean;
  isHydrated: boolean;
};

/** What is selected, and the way to the page that takes one step with many. */
function BulkBar({ view, selected, total, isLeast, isHydrated }: BulkBarProps) {
  const t = useTranslations("queue");
  const formatCount = useFormatCount();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 text-sm print:hidden">
      <p className={isHydrated ? "text-muted" : "invisible"}>{t("selected", { count: selected })}</p>
      <Button type="submit" disabled={isHydrated && selected === 0}>
        {t("bulkSelected")}
      </Button>
      <Link href={queueFilter.href(`${PATH}/bulk`, { ...view, view: "table", after: undefined })}>
        {t("bulkAll", { count: formatCount(total, isLeast) })}
      </Link>
    </div>
  );
}

function QueueFooter({ isLive, isHydrated, help }: { isLive: boolean; isHydrated: boolean; help: () => void }) {
  const t = useTranslations("queue");
  return (
    <div
      className={`mt-3 flex flex-wrap items-center gap-3 text-sm text-muted print:hidden ${isHydrated ? "" : "invisible"}`}
    >
      <p>{t(isLive ? "live" : "polling")}</p>
      <Button kind="quiet" onClick={help}>
        {t("keys")} <kbd className="font-mono">?</kbd>
      </Button>
    </div>
  );
}
