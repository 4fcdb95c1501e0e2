"use client";

import { useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useFormatCount } from "@/components/ui/use-format-count";
import type { HeldSteps } from "./held-steps";

type BulkBarProps = {
  /** The page that takes one step with all of the list. */
  allHref: string;
  selected: number;
  total: number;
  isLeast: boolean;
  isHydrated: boolean;
};

/** What is selected, and the way to the page that takes one step with many. */
export function BulkBar({ allHref, selected, total, isLeast, isHydrated }: BulkBarProps) {
  const t = useTranslations("queue");
  const formatCount = useFormatCount();
  return (
    <div className="mt-4 flex flex-wrap items-center gap-3 text-sm print:hidden">
      <p className={isHydrated ? "text-muted" : "invisible"}>{t("selected", { count: selected })}</p>
      <Button type="submit" disabled={isHydrated && selected === 0}>
        {t("bulkSelected")}
      </Button>
      <Link href={allHref}>{t("bulkAll", { count: formatCount(total, isLeast) })}</Link>
    </div>
  );
}

export function QueueFooter({ isLive, isHydrated }: { isLive: boolean; isHydrated: boolean }) {
  const t = useTranslations("queue");
  return (
    <div
      className={`mt-3 flex flex-wrap items-center gap-3 text-sm text-muted print:hidden ${isHydrated ? "" : "invisible"}`}
    >
      <p>{t(isLive ? "live" : "polling")}</p>
      <Button kind="quiet" data-keys-help="">
        {t("keys")} <kbd className="font-mono">?</kbd>
      </Button>
    </div>
  );
}

type ToastProps = {
  held: readonly HeldSteps[];
  note: string | null;
  done: string | null;
  undo: () => void;
};

/** What was just done, while it can still be taken back; what was not done, and why. */
export function StepToast({ held, note, done, undo }: ToastProps) {
  const t = useTranslations("queue");
  const last = held.at(-1);
  const isDrawn = last !== undefined || note !== null;
  return (
    <div role="status" className={isDrawn ? "toast" : "sr-only"}>
      {note && <p>{note}</p>}
      {last ? (
        <p className="flex items-center gap-3">
          <span className="min-w-0 flex-1">
            {last.sentence}
            {held.length > 1 && <span className="opacity-80"> {t("alsoHeld", { count: held.length - 1 })}</span>}
          </span>
          <button type="button" className="toast-step" onClick={undo}>
            {t("undo")} <kbd className="key-hint">z</kbd>
          </button>
        </p>
      ) : (
        !note && done
      )}
    </div>
  );
}
