"use client";

import { useLocaleCode, useTranslations } from "#translations";
import { FileInput } from "@/components/files/file-input";
import { UploadLines } from "@/components/files/upload-lines";
import type { Uploading } from "@/components/files/use-uploads";
import { formatFileSize } from "@/lib/text/file-size";

type Props = {
  id: string;
  chosen: readonly File[];
  add: (files: Iterable<File>) => void;
  leaveOut: (file: File) => void;
  uploading: Uploading;
};

/** The files that go with a comment once it is sent, and how far those are that went. */
export function ChosenFiles({ id, chosen, add, leaveOut, uploading }: Props) {
  const t = useTranslations("discussion");
  const locale = useLocaleCode();
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <FileInput id={`${id}-files`} label={t("addFiles")} add={add} />
        <span className="text-muted">{t("filesHint")}</span>
      </p>
      <ul className="flex basis-full flex-col gap-1 text-sm empty:hidden" aria-live="polite">
        {chosen.map((file) => (
          <li
            key={`${file.name} ${file.lastModified} ${file.size}`}
            className="flex flex-wrap items-baseline gap-x-3"
          >
            <span>
              <bdi>{file.name}</bdi>, {formatFileSize(file.size, locale)}
            </span>
            <button type="button" className="quiet-link min-h-6" onClick={() => leaveOut(file)}>
              {t("leaveOut", { name: file.name })}
            </button>
          </li>
        ))}
      </ul>
      <div className="basis-full empty:hidden">
        <UploadLines uploading={uploading} />
      </div>
    </>
  );
}
