"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { useTranslations } from "#translations";
import { nextMarkByKey } from "@/lib/charts/arrow-keys";
import type { PlacedMark } from "@/lib/timeline/timeline-geometry";
import type { Stage } from "./stage";

type Props = {
  stage: RefObject<Stage | null>;
  /** The mark that a pointer is on. */
  pointed: PlacedMark | null;
  describeMark: (placed: PlacedMark) => string;
  open: (placed: PlacedMark) => void;
};

/** The way through the marks for the keyboard: one stop, arrows along a lane and to the next, each mark said in a sentence. */
export function MarkList({ stage, pointed, describeMark, open }: Props) {
  const t = useTranslations("explorer");
  const id = useId();
  const [current, setCurrent] = useState<PlacedMark | null>(null);

  const point = (placed: PlacedMark | null) => {
    setCurrent(placed);
    stage.current?.point(placed);
  };
  const placeOf = (marks: readonly PlacedMark[]) =>
    marks.findIndex(({ mark, lane }) => lane === current?.lane && mark === current.mark);
  const onKeyDown = (event: KeyboardEvent) => {
    const marks = stage.current?.placed ?? [];
    const index = placeOf(marks);
    const here = marks[index];
    if (event.key === "Enter" && here) {
      event.preventDefault();
      open(here);
      return;
    }
    const next =
      index < 0
        ? 0
        : nextMarkByKey(
            marks.map(({ lane }) => ({ row: lane })),
            index,
            event.key,
          );
    if (next === null || event.altKey || event.ctrlKey || event.metaKey || event.key === "Tab") return;
    event.preventDefault();
    point(marks[next] ?? null);
  };
  const shown = pointed ?? current;
  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={t("entries")}
      aria-activedescendant={current ? id : undefined}
      className="min-h-[2.6em] border-l-2 border-rule px-2 text-sm focus-visible:border-accent"
      onKeyDown={onKeyDown}
      onFocus={() => {
        const marks = stage.current?.placed ?? [];
        point(marks[Math.max(0, placeOf(marks))] ?? null);
      }}
      onBlur={() => stage.current?.point(null)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the option that it is on */}
      <div id={id} role="option" aria-selected={current !== null}>
        {shown ? describeMark(shown) : <span className="text-muted">{t("entriesKeys")}</span>}
      </div>
    </div>
  );
}
