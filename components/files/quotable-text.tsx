"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/ui/use-hydrated";
import { countCodePoints, tidySelection, widenToWords } from "@/lib/text/find-quote";
import type { SnippetPart } from "@/lib/text/snippet";
import { FoundText, QUOTE, TEXT_CLASS } from "./found-text";

/** Words that were selected in a page's text, and where they begin, in code points. */
export type Selected = { readonly quote: string; readonly start: number };

type Props = { parts: readonly SnippetPart[]; page: number; onSelect: (selected: Selected) => void };

/**
 * A text in which words are selected by pointer, touch or keyboard. It takes a caret as text that can be written, since a
 * browser gives the keyboard no other way to select; nothing that is typed into it is taken.
 */
export function QuotableText({ parts, page, onSelect }: Props) {
  const t = useTranslations("file");
  const text = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  useEffect(() => {
    const own = text.current;
    if (!own) return;
    const refuse = (event: Event) => event.preventDefault();
    const read = () => {
      const selected = selectionIn(own);
      if (selected) onSelect(selected);
    };
    own.addEventListener("beforeinput", refuse);
    document.addEventListener("selectionchange", read);
    return () => {
      own.removeEventListener("beforeinput", refuse);
      document.removeEventListener("selectionchange", read);
    };
  }, [onSelect]);
  return (
    <div
      ref={text}
      dir="auto"
      className={TEXT_CLASS}
      {...(isHydrated && {
        role: "textbox",
        contentEditable: true,
        suppressContentEditableWarning: true,
        "aria-multiline": true,
        "aria-readonly": true,
        "aria-label": t("textOfPage", { page }),
        inputMode: "none",
        spellCheck: false,
        translate: "no",
      })}
    >
      <FoundText parts={parts} id={QUOTE} />
    </div>
  );
}

function selectionIn(own: HTMLElement): Selected | null {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !own.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.setStart(own, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const [text, start] = [own.textContent ?? "", before.toString().length];
  const span = widenToWords(text, { start, end: start + range.toString().length });
  if (!span) return null;
  return { quote: tidySelection(text.slice(span.start, span.end)), start: countCodePoints(text, span.start) };
}
