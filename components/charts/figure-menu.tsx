"use client";

import { type MouseEvent, useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ExportPage } from "@/lib/charts/export-page";
import { wholeFileHref } from "@/lib/charts/figure-file-name";

type Props = {
  id: string;
  /** Of its files, without an ending. */
  name: string;
  exportPage: Omit<ExportPage, "language">;
  /** Address of the view, without an anchor. */
  href: string;
  /** The server's route for the figures, with the same view. */
  data: string;
  /** Where its table begins on the page. */
  tableId: string;
};

const DRAWN = ["svg", "png", "html"] as const;

/** What can be done with a figure: its table, its address, and its files, drawn here and counted by the server. */
export function FigureMenu({ id, name, exportPage, href, data, tableId }: Props) {
  const t = useTranslations("figure");
  const language = useLocaleCode();
  const [state, setState] = useState<"ready" | "drawing" | "failed" | "copied">("ready");
  const drawsHere = useHydrated();

  const take = async (kind: (typeof DRAWN)[number]) => {
    const drawing = document.getElementById(`${id}-drawing`);
    if (!drawing) return;
    setState("drawing");
    try {
      const files = await import("./drawing-file");
      const [origin, path] = [files.pageOrigin(), `${href}#${id}`];
      const address = t("address", { url: origin ? new URL(path, origin).href : `${t("site")} ${path}` });
      const page = { ...exportPage, language, foot: [...exportPage.foot, address] };
      files.saveBlob(await files.drawnFile(kind, drawing, page), `${name}.${kind}`);
      setState("ready");
    } catch (error) {
      console.warn(error);
      setState("failed");
    }
  };

  const copy = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(event.currentTarget.href).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };

  return (
    <details className="figure-menu">
      <summary aria-label={t("menuOf", { title: exportPage.title })}>⋯</summary>
      <ul>
        <li>
          <a href={`#${tableId}`}>{t("table")}</a>
        </li>
        <li>
          <a href={`${href}#${id}`} onClick={copy}>
            {t("permalink")}
          </a>
        </li>
        {drawsHere &&
          DRAWN.map((kind) => (
            <li key={kind}>
              <button type="button" disabled={state === "drawing"} onClick={() => take(kind)}>
                {t(kind)}
              </button>
            </li>
          ))}
        {(["csv", "json"] as const).map((format) => (
          <li key={format}>
            <a href={wholeFileHref(data, format)} download={`${name}.${format}`}>
              {t(format)}
            </a>
          </li>
        ))}
        <li aria-live="polite">{state !== "ready" && t(state)}</li>
        <li>{exportPage.foot.at(-1)}</li>
      </ul>
    </details>
  );
}
