"use client";

import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { nextMarkByKey } from "@/lib/charts/arrow-keys";

const MARK = "[data-mark]";
/** Of a drawing that is there twice, for a wide and for a narrow page, the marks of the one that is shown. */
const marksIn = (drawing: Element) =>
  [...drawing.querySelectorAll<HTMLElement | SVGElement>(MARK)].filter((mark) => mark.checkVisibility());

type Props = {
  id: string;
  title: string;
  describedBy: string;
  isCompact: boolean;
  isClosed: boolean;
  /** Whether this figure tells how to go through marks: one on a page does. */
  isTeaching: boolean;
  /** There are no marks, or the drawing announces them itself. */
  isQuiet: boolean;
  children: ReactNode;
};

/**
 * The drawing and the way through its marks: one stop for the tab key, arrows among the links marked `data-mark` (those
 * of a row share `data-row`), and under it the sentence of the mark that is pointed at: its `aria-label`.
 */
export function FigureMarks({ id, title, describedBy, isCompact, isClosed, isTeaching, isQuiet, children }: Props) {
  const t = useTranslations("figure");
  const drawing = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useState<string | null>(null);

  // Charts draw late and anew: of whatever marks there are, one can be reached with the tab key.
  useEffect(() => {
    const root = drawing.current;
    if (!root) return;
    const keepOneStop = () => {
      const marks = marksIn(root);
      if (marks.some((mark) => mark.getAttribute("tabindex") === "0")) return;
      marks[0]?.setAttribute("tabindex", "0");
    };
    keepOneStop();
    const watcher = new MutationObserver(keepOneStop);
    watcher.observe(root, { childList: true, subtree: true });
    const size = new ResizeObserver(keepOneStop);
    size.observe(root);
    return () => {
      watcher.disconnect();
      size.disconnect();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const root = drawing.current;
    if (!root || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = marksIn(root);
    const current = marks.findIndex((mark) => mark.matches(":focus"));
    if (current < 0) return;
    const rows = marks.map((mark) => ({ row: mark.getAttribute("data-row") }));
    const next = nextMarkByKey(rows, current, event.key);
    if (next === null) return;
    event.preventDefault();
    marks[current]?.setAttribute("tabindex", "-1");
    marks[next]?.setAttribute("tabindex", "0");
    marks[next]?.focus();
  };

  const point = ({ target }: SyntheticEvent) => {
    const mark = target instanceof Element ? target.closest(MARK) : null;
    if (!mark || !drawing.current) return;
    setSentence(mark.getAttribute("aria-label"));
    if (mark !== document.activeElement) return;
    for (const other of marksIn(drawing.current)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links in a drawing, not of fields */}
      <div
        id={`${id}-drawing`}
        ref={drawing}
        role="group"
        aria-label={t("marks", { title })}
        aria-describedby={describedBy}
        className="relative min-w-0"
        onKeyDown={onKeyDown}
        onFocus={point}
        onPointerOver={point}
      >
        {children}
      </div>
      {!isQuiet && (
        <p
          aria-hidden="true"
          className={`${isCompact ? "min-h-[1.5em] text-xs" : "min-h-[1.45em] text-sm"} print:hidden`}
        >
          {sentence ?? (isTeaching && <span className="text-muted">{t(isClosed ? "hintSaid" : "hint")}</span>)}
        </p>
      )}
    </>
  );
}
