"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState, useTransition } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { Notice } from "@/components/ui/notice";
import type { Annotation } from "@/db/access/timeline/annotations";
import { dayNumber } from "@/lib/dates/days";
import type { LanesBy } from "@/lib/timeline/timeline-filter";
import type { PlacedMark } from "@/lib/timeline/timeline-geometry";
import type { Period } from "@/lib/timeline/timeline-scale";
import { panViewBy, periodIn, type TimeView, zoomViewBy } from "@/lib/timeline/timeline-view";
import { ExplorerControls } from "./explorer-controls";
import { countInView, formatSpan, useMarkDescription, viewAround, viewMoveByKey } from "./explorer-view";
import { MarkList } from "./mark-list";
import { MarkPanel } from "./mark-panel";
import { OverviewStrip } from "./overview-strip";
import { StageLegend } from "./stage-legend";
import { stageModel } from "./stage-model";
import { useStableValue } from "./use-stable-value";
import { useStage } from "./use-stage";
import { useTimelineData } from "./use-timeline-data";

type ExplorerProps = {
  /** Where the records of the view come from, whatever its period. */
  dataUrl: string;
  path: string;
  /** The view's query without its period. */
  query: string;
  /** What the page shows, and all the days that there are. */
  period: Period;
  whole: Period;
  by: LanesBy;
  /** The lanes that are not left out. */
  shown: readonly string[];
  notes: readonly Pick<Annotation, "id" | "text" | "language" | "date">[];
  /** Lanes, kinds and countries in the reader's words, made on the server. */
  names: Readonly<Record<string, string>>;
  /** The drawing for whoever has no JavaScript, for paper and for files. */
  children: ReactNode;
};

/**
 * The timeline that zooms: years to days, marks that open, a stretch of time that the whole page follows. It takes the
 * place of the server's drawing once the records are there. Needs the words of `explorer`.
 */
export function Explorer(props: ExplorerProps) {
  const { dataUrl, path, query, period, whole, by, children } = props;
  const { shown, notes, names } = useStableValue({ shown: props.shown, notes: props.notes, names: props.names });
  const t = useTranslations("explorer");
  const format = useFormat();
  const locale = useLocaleCode();
  const router = useRouter();
  const keys = useId();
  const fetched = useTimelineData(dataUrl);
  const [isFollowing, startFollowing] = useTransition();
  const [opened, setOpened] = useState<{ entries: readonly number[]; from: number; to: number } | null>(null);
  const entries = typeof fetched === "string" ? null : fetched.entries;
  const model = useMemo(() => {
    if (!entries) return null;
    const what = (lane: string, kind: string) => names[`${lane}.${kind}`] ?? names[lane] ?? kind;
    return stageModel(entries, notes, by, shown, { lane: (lane) => names[lane] ?? lane, what });
  }, [entries, notes, by, shown, names]);

  /** The page follows the stage: its list, its links, its address. */
  const follow = (view: TimeView) => {
    const seen = periodIn(view);
    const isAll = seen.from <= whole.from && seen.to >= whole.to;
    const params = new URLSearchParams(query);
    if (!isAll) {
      params.set("from", seen.from);
      params.set("to", seen.to);
    }
    const led = isAll ? whole : seen;
    settle(view, led);
    startFollowing(() => router.replace(params.size > 0 ? `${path}?${params}` : path, { scroll: false }));
  };
  const open = ({ mark }: Pick<PlacedMark, "mark">) =>
    setOpened({ entries: mark.entries, from: mark.from, to: mark.to });
  const { host, canvas, stage, strip, pointed, settled, settle } = useStage(model, period, { follow, open });
  const date = (first: number, last: number) => formatSpan(first, last, whole, locale);
  const describeMark = useMarkDescription(model, names, date);
  const move = (to: (view: TimeView) => TimeView) => {
    if (stage.current) stage.current.show(to(stage.current.view));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const led = viewMoveByKey(event.key, event.shiftKey, stage.current);
    if (!led) return;
    event.preventDefault();
    move(led);
  };
  const { from, to } = periodIn(settled);
  const [first, last] = [dayNumber(from), dayNumber(to)].map((day) => date(day, day));
  const count = useMemo(() => countInView(model, settled), [model, settled]);
  const closer = opened && opened.entries.length > 1 && Number.isFinite(opened.from) && Number.isFinite(opened.to);
  return (
    <div className="relative flex flex-col gap-3">
      <div
        inert={model !== null}
        className={
          model
            ? "invisible absolute inset-x-0 top-0 -z-10 h-0 overflow-clip print:visible print:static print:h-auto"
            : ""
        }
      >
        {children}
      </div>
      {fetched === "loading" && <p className="sr-only">{t("loading")}</p>}
      {fetched === "failed" && (
        <Notice kind="caution">
          <p>{t("failed")}</p>
        </Notice>
      )}
      {model && (
        <div className="flex flex-col gap-2 print:hidden" data-undrawn>
          <ExplorerControls
            onZoom={(factor) => move((view) => zoomViewBy(view, factor))}
            onPan={(share) => move((view) => panViewBy(view, share))}
            onWhole={() => move(() => stage.current?.whole ?? settled)}
          />
          <div
            ref={host}
            role="application"
            aria-roledescription={t("stageRole")}
            aria-label={t("stage", { from: first ?? "", to: last ?? "" })}
            aria-describedby={keys}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move it
            tabIndex={0}
            className="overflow-hidden"
            onKeyDown={onKeyDown}
          >
            <canvas ref={canvas} className="block w-full touch-pan-y select-none" />
          </div>
          <OverviewStrip stage={stage} drawn={strip} model={model} />
          {/* Of a period without records the figure's finding says so above already. */}
          <p aria-live="polite" className={count === 0 && !isFollowing ? "sr-only" : "text-sm"}>
            {t("shows", { from: first ?? "", to: last ?? "", count, more: "no" })}
            {isFollowing && <span className="text-muted"> {t("following")}</span>}
          </p>
          {typeof fetched !== "string" && fetched.total > fetched.entries.length && (
            <p className="text-sm">
              {t("cut", { shown: format.number(fetched.entries.length), count: format.number(fetched.total) })}
            </p>
          )}
          <MarkList stage={stage} pointed={pointed} describeMark={describeMark} open={open} />
          {by === "country" && <StageLegend names={names} />}
          <p id={keys} className="measure text-xs text-muted">
            {t("keys")}
          </p>
          {opened && (
            <MarkPanel
              entries={opened.entries.flatMap((index) => model.entries[index] ?? [])}
              date={date(opened.from, opened.to)}
              onCloser={closer ? () => move(() => viewAround(opened)) : null}
              onClose={() => {
                setOpened(null);
                host.current?.focus();
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
