"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useSyncExternalStore, useTransition } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { dayNumber, isoDay } from "@/lib/dates/days";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { earlierDay, laterDay } from "@/lib/timeline/timeline-play";
import type { Period } from "@/lib/timeline/timeline-scale";

type Props = {
  /** Path of the page: "/timeline". */
  path: string;
  /** The view's query without its `to` and without a place in a list. */
  query: string;
  /** The days from the first to the last that can be gone to. */
  bounds: Period;
  /** The `to` of the view; without one, all is shown. */
  value: string | undefined;
};

const BEAT = 900;
const CALM = "(prefers-reduced-motion: reduce)";
const watch = (change: () => void) => {
  const query = matchMedia(CALM);
  query.addEventListener("change", change);
  return () => query.removeEventListener("change", change);
};

/**
 * Moves `to` in the address, day by day or year by year as the bounds are long, and everything on the page with it. It
 * waits for the page before it goes on. A GET form where there is no JavaScript. Needs the words of `explorer`.
 */
export function Play({ path, query, bounds, value }: Props) {
  const t = useTranslations("explorer");
  const locale = useLocaleCode();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [isPlaying, setPlaying] = useState(false);
  const [dragged, setDragged] = useState<string | null>(null);
  const isLive = useHydrated();
  const isCalm = useSyncExternalStore(
    watch,
    () => matchMedia(CALM).matches,
    () => false,
  );
  const stored = value && value < bounds.to ? value : bounds.to;
  const now = dragged ?? stored;
  const isAtEnd = stored >= bounds.to;

  const go = (day: string) => {
    const params = new URLSearchParams(query);
    if (day < bounds.to) params.set("to", day);
    const address = params.size > 0 ? `${path}?${params}` : path;
    startTransition(() => router.replace(address, { scroll: false }));
  };
  // The page has come: what was dragged is what it says, unless it was dragged on meanwhile.
  const isShown = dragged === null || dragged === stored || dragged === value;
  useEffect(() => {
    if (!isPending && isShown) setDragged(null);
  }, [isPending, isShown]);
  useEffect(() => {
    if (isShown) return;
    const timer = setTimeout(() => go(dragged), 250);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    if (!isPlaying || isPending) return;
    if (isAtEnd) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => go(laterDay(stored, bounds)), BEAT);
    return () => clearTimeout(timer);
  });

  const play = () => {
    if (isAtEnd) go(laterDay(bounds.from, bounds));
    setPlaying(!isPlaying);
  };
  const formatDay = (day: string) => formatFuzzyDate({ edtf: day, from: day, to: day }, locale);
  return (
    <form
      action={path}
      aria-label={t("playLabel")}
      className="flex flex-wrap items-end gap-x-4 gap-y-2 border-y border-rule py-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get("to") ?? "");
        if (text) go(text < bounds.from ? bounds.from : text);
      }}
    >
      {[...new URLSearchParams(query)].map(([name, own]) => (
        <input key={`${name}=${own}`} type="hidden" name={name} value={own} />
      ))}
      {/* Its room is kept before it works: what is below must not move when it does. */}
      <div className={isLive ? "flex gap-2" : "invisible flex gap-2"}>
        <Button
          aria-label={t("stepBack")}
          disabled={now <= bounds.from}
          onClick={() => go(earlierDay(stored, bounds))}
        >
          <span aria-hidden="true">◂</span>
        </Button>
        {!isCalm && (
          <Button aria-pressed={isPlaying} onClick={play}>
            {isPlaying ? t("pause") : t("play")}
          </Button>
        )}
        <Button aria-label={t("stepOn")} disabled={isAtEnd} onClick={() => go(laterDay(stored, bounds))}>
          <span aria-hidden="true">▸</span>
        </Button>
      </div>
      {isLive ? (
        <input
          type="range"
          aria-label={t("playSlider")}
          aria-valuetext={formatDay(now)}
          min={dayNumber(bounds.from)}
          max={dayNumber(bounds.to)}
          value={dayNumber(now)}
          onChange={(event) => {
            setPlaying(false);
            setDragged(isoDay(Number(event.target.value)));
          }}
          className="h-10 min-w-40 flex-1 accent-accent"
        />
      ) : (
        <span className="h-10 min-w-40 flex-1" />
      )}
      <label className="flex flex-col text-sm font-semibold">
        {t("playDay")}
        <input
          key={stored}
          type="date"
          name="to"
          min={stored < bounds.from ? stored : bounds.from}
          max={bounds.to}
          defaultValue={stored}
          className={`${CONTROL} font-normal`}
        />
      </label>
      <Button type="submit">{t("playShow")}</Button>
      <p aria-live="polite" className="w-full text-sm text-muted">
        {t("playAt", { date: formatDay(now) })}
        {isLive && isCalm && ` ${t("playCalm")}`}
      </p>
    </form>
  );
}
