"use client";

import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { formatFileSize } from "@/lib/text/file-size";
import type { UploadItem, Uploading } from "./use-uploads";

/** How far each upload is, with the ways to end it and to go on. */
export function UploadLines({ uploading: { items, cancel, goOn } }: { uploading: Uploading }) {
  return (
    <ul className="mt-3 flex flex-col gap-2 empty:hidden">
      {items.map((item) => (
        <UploadLine key={item.key} item={item} cancel={cancel} goOn={goOn} />
      ))}
    </ul>
  );
}

type LineProps = { item: UploadItem; cancel: (key: string) => void; goOn: (key: string) => void };

function UploadLine({ item, cancel, goOn }: LineProps) {
  const t = useTranslations("file");
  const locale = useLocaleCode();
  const format = useFormat();
  const { key, name, size, sent, state, why } = item;
  const said = {
    sending: t("uploading", {
      name,
      percent: format.number(size ? sent / size : 1, { style: "percent", maximumFractionDigits: 0 }),
      size: formatFileSize(size, locale),
    }),
    finishing: t("finishing", { name }),
    added: t("added", { name }),
    there: t("there", { name }),
    failed: t("failed", { name, why: why || t("cutOff") }),
  }[state];
  return (
    <li className="flex flex-col gap-1 text-sm">
      <span role={state === "failed" ? "alert" : undefined} className={state === "failed" ? "text-danger" : ""}>
        {said}
      </span>
      {(state === "sending" || state === "finishing") && (
        <span className="flex items-center gap-3">
          <progress value={sent} max={size || 1} aria-label={name} className="h-2 grow" />
          <button type="button" className="quiet-link min-h-6" onClick={() => cancel(key)}>
            {t("cancel", { name })}
          </button>
        </span>
      )}
      {state === "failed" && (
        <button type="button" className="quiet-link min-h-6 self-start" onClick={() => goOn(key)}>
          {t("retry", { name })}
        </button>
      )}
    </li>
  );
}
