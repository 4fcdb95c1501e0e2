"use client";

import { type ClipboardEvent, type DragEvent, useId, useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import { buttonClass } from "@/components/ui/button";
import type { FiledSubject } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";
import { type UploadItem, useUploads } from "./use-uploads";

/** Takes files that are dropped, pasted, chosen or photographed, several at once, and says how far each is. */
export function UploadZone({ subject }: { subject: FiledSubject }) {
  const t = useTranslations("file");
  const { items, add, cancel, goOn } = useUploads(subject);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const takeDropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const takePasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add(event.clipboardData.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way beside two labelled inputs.
    <div
      className={`mt-4 rounded-sm border-2 border-dashed p-4 ${isOver ? "border-accent bg-accent-soft" : "border-rule-strong"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={takeDropped}
      onPaste={takePasted}
    >
      <p className="text-sm text-muted">{isOver ? t("dropNow") : t("drop")}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        <FileInput id={`${id}-files`} label={t("add")} add={add} />
        <span className="sm:hidden">
          <FileInput id={`${id}-camera`} label={t("photograph")} add={add} isCamera />
        </span>
      </p>
      <ul className="mt-3 flex flex-col gap-2 empty:hidden" aria-live="polite">
        {items.map((item) => (
          <UploadLine key={item.key} item={item} cancel={cancel} goOn={goOn} />
        ))}
      </ul>
    </div>
  );
}

type InputProps = { id: string; label: string; add: (files: FileList) => void; isCamera?: boolean };

function FileInput({ id, label, add, isCamera }: InputProps) {
  return (
    <>
      <input
        id={id}
        type="file"
        multiple={!isCamera}
        {...(isCamera && { accept: "image/*", capture: "environment" })}
        className="peer sr-only"
        onChange={({ currentTarget }) => {
          if (currentTarget.files) add(currentTarget.files);
          currentTarget.value = "";
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass("secondary")} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-accent`}
      >
        {label}
      </label>
    </>
  );
}

type LineProps = { item: UploadItem; cancel: (key: string) => void; goOn: (key: string) => void };

function UploadLine({ item, cancel, goOn }: LineProps) {
  const t = useTranslations("file");
  const locale = useLocaleCode();
  const { key, name, size, sent, state, why } = item;
  const said = {
    sending: t("uploading", { name, percent: size ? sent / size : 1, size: formatFileSize(size, locale) }),
    finishing: t("finishing", { name }),
    added: t("added", { name }),
    there: t("there", { name }),
    failed: t("failed", { name, why: why || t("cutOff") }),
  }[state];
  return (
    <li className="flex flex-col gap-1 text-sm">
      <span className={state === "failed" ? "text-danger" : ""}>{said}</span>
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
