"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "#translations";

/** From here on people want to know how much room is left. */
const nearEnd = (limit: number) => Math.max(20, Math.ceil(limit / 10));

const asTyped = (text: string) => text.replace(/\r\n?/g, "\n");

/**
 * How many characters still fit into the field of this id, near its end; and how many did not, when more was pasted: the
 * browser cuts them off without a word. Needs the words of `draft`.
 */
export function CharacterCounter({ id, limit }: { id: string; limit: number }) {
  const t = useTranslations("draft");
  const [left, setLeft] = useState(limit);
  const [cut, setCut] = useState(0);
  useEffect(() => {
    const box = document.getElementById(id);
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
    const count = () => setLeft(limit - box.value.length);
    const type = (event: Event) => {
      if ((event as InputEvent).inputType !== "insertFromPaste") setCut(0);
      count();
    };
    const paste = (event: Event) => {
      const pasted = asTyped((event as ClipboardEvent).clipboardData?.getData("text") ?? "");
      const replaced = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0);
      setCut(Math.max(0, box.value.length - replaced + pasted.length - limit));
    };
    count();
    box.addEventListener("input", type);
    box.addEventListener("paste", paste);
    return () => {
      box.removeEventListener("input", type);
      box.removeEventListener("paste", paste);
    };
  }, [id, limit]);
  return (
    <p role="status" className={`text-sm empty:hidden ${cut > 0 ? "font-semibold text-danger" : "text-muted"}`}>
      {cut > 0
        ? t("pasteCut", { count: cut, limit })
        : left <= nearEnd(limit)
          ? t("charactersLeft", { count: left })
          : ""}
    </p>
  );
}
