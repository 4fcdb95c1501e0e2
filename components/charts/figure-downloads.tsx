"use client";

import { useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ExportPage } from "@/lib/charts/export-page";
import { figureFileName } from "@/lib/charts/figure-file-name";

type Props = {
  id: string;
  exportPage: Omit<ExportPage, "language">;
  /** Address of the view, without an anchor. */
  href: string;
  /** The server's route for the figures, with the same view. */
  data: string;
  className: string;
};

const ITEM = "block w-full px-3 py-2 text-left text-sm text-accent no-underline hover:bg-sunken disabled:opacity-60";

/** The figure to take along: drawn here from what is on the page, counted by the server. */
export function FigureDownloads({ id, exportPage, href, data, className }: Props) {
  const t = useTranslations("figure");
  const language = useLocaleCode();
  const [state, setState] = useState<"ready" | "drawing" | "failed">("ready");
  const drawsHere = useHydrated();

  const take = async (kind: "svg" | "png") => {
    const drawing = document.getElementById(`${id}-drawing`);
    if (!drawing) return;
    setState("drawing");
    try {
      const { svgOfExportPage, pngOf, saveBlob, siteOrigin } = await import("./drawing-file");
      const [origin, path] = [siteOrigin(), `${href}#${id}`];
      const address = t("address", { url: origin ? new URL(path, origin).href : `${t("site")} ${path}` });
      const svg = await svgOfExportPage(drawing, { ...exportPage, language, foot: [...exportPage.foot, address] });
      saveBlob(
        kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pngOf(svg),
        `${figureFileName(exportPage.title, id)}.${kind}`,
      );
      setState("ready");
    } catch (error) {
      console.warn(error);
      setState("failed");
    }
  };

  const join = data.includes("?") ? "&" : "?";
  return (
    <details className="relative print:hidden">
      <summary className={`${className} text-accent`} aria-label={t("downloadOf", { title: exportPage.title })}>
        {t("download")}
      </summary>
      <ul className="absolute z-20 w-72 max-w-[90vw] border border-rule-strong bg-raised py-1 shadow-float">
        {drawsHere &&
          (["svg", "png"] as const).map((kind) => (
            <li key={kind}>
              <button type="button" className={ITEM} disabled={state === "drawing"} onClick={() => take(kind)}>
                {t(kind)}
              </button>
            </li>
          ))}
        {(["csv", "json"] as const).map((format) => (
          <li key={format}>
            <a
              className={ITEM}
              href={`${data}${join}format=${format}`}
              download={`${figureFileName(exportPage.title, id)}.${format}`}
            >
              {t(format)}
            </a>
          </li>
        ))}
        <li aria-live="polite" className="px-3 text-sm text-muted">
          {state === "drawing" && t("drawing")}
          {state === "failed" && t("failed")}
        </li>
      </ul>
    </details>
  );
}
