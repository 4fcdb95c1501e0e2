"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Reader } from "./reader";

const PaletteDialog = lazy(() => import("./palette-dialog"));

/** ⌘K or Ctrl K: its dialog is loaded when it is first opened. */
export function SearchPalette({ person }: { person: Pick<Reader, "role"> }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const isHydrated = useHydrated();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen(true);
    };
    // A link to the page of search opens this instead: the document hears a click before whatever follows links.
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest("a[data-palette]")) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      window.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={t("searchOpen")}
        // It is seen from then on.
        title={isHydrated ? t("searchOpen") : undefined}
        onClick={() => setOpen(true)}
        className={isHydrated ? "palette-button" : "palette-button invisible"}
      >
        ⌘ K
      </button>
      {/* On a phone the head has no room for the search, and what stands in it is not drawn. */}
      {open &&
        createPortal(
          <Suspense>
            <PaletteDialog person={person} close={() => setOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}
