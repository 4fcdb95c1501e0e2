"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "#translations";

type Props = { title: string; close: () => void; children: ReactNode };

/** What was pointed at on the map, in words; Escape closes it. It takes the focus, and whoever opens it gives that back. */
export function MapPanel({ title, close, children }: Props) {
  const t = useTranslations("map");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div
      role="dialog"
      aria-labelledby="map-panel"
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
      className="absolute bottom-2 left-2 z-10 flex max-h-[calc(100%-1rem)] w-80 max-w-[calc(100%-1rem)] flex-col gap-2 overflow-y-auto border border-rule-strong bg-raised p-3 text-sm shadow-float"
    >
      <div className="flex items-start gap-2">
        <h3 id="map-panel" ref={heading} tabIndex={-1} className="min-w-0 flex-1 text-base">
          {title}
        </h3>
        <button type="button" onClick={close} className="size-7 cursor-pointer border border-rule-strong">
          <span aria-hidden="true">×</span>
          <span className="sr-only">{t("close")}</span>
        </button>
      </div>
      {children}
    </div>
  );
}
