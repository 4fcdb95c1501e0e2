"use client";

import { useId } from "react";
import { useTranslations } from "#translations";
import type { FiledSubject } from "@/lib/records/file";
import { FileInput } from "./file-input";
import { UploadLines } from "./upload-lines";
import { useFileDrop } from "./use-file-drop";
import { useUploads } from "./use-uploads";

/** Takes files that are dropped, pasted, chosen or photographed, several at once, and says how far each is. */
export function UploadZone({ subject }: { subject: FiledSubject }) {
  const t = useTranslations("file");
  const uploading = useUploads();
  const add = (files: Iterable<File>) => uploading.add(subject, files);
  const { isOver, handlers } = useFileDrop(add);
  const id = useId();
  return (
    <div
      className={`mt-4 rounded-sm border-2 border-dashed p-4 ${isOver ? "border-accent bg-accent-soft" : "border-rule-strong"}`}
      {...handlers}
    >
      <p className="text-sm text-muted">{isOver ? t("dropNow") : t("drop")}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        <FileInput id={`${id}-files`} label={t("add")} add={add} />
        <span className="sm:hidden">
          <FileInput id={`${id}-camera`} label={t("photograph")} add={add} isCamera />
        </span>
      </p>
      <UploadLines uploading={uploading} />
    </div>
  );
}
