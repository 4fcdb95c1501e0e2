"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslations } from "#translations";
import { useHydrated } from "@/components/ui/use-hydrated";

const PaletteDialog = lazy(() => import("./palette-dialog"));

/** ⌘K or Ctrl K: its dialog is loaded when it is first opened. */
export function SearchPalette() {
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
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label={t("searchOpen")}
        title={t("searchOpen")}
        onClick={() => setOpen(true)}
        className={isHydrated ? "palette-button" : "palette-button invisible"}
      >
        ⌘ K
      </button>
      {open && (
        <Suspense>
          <PaletteDialog close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
