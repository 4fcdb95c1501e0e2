"use client";

import { useState } from "react";
import { useLocaleCode, useTranslations } from "#translations";
import type { CommentFile } from "@/db/access/discussion/comment-files";
import { commentFilePath, viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";

/** What came with a comment. */
export function CommentFiles({ files }: { files: readonly CommentFile[] }) {
  const locale = useLocaleCode();
  return (
    <ul className="mt-1 flex flex-col gap-1 text-sm">
      {files.map(({ id, name, size, type }) => (
        <li key={id}>
          <a href={commentFilePath(id)} className="plain-link">
            <bdi>{name}</bdi>
          </a>{" "}
          <span className="text-muted">{formatFileSize(size, locale)}</span>
          {viewingOf(type) === "image" && <Picture id={id} name={name} />}
        </li>
      ))}
    </ul>
  );
}

/** An image where it was said, once somebody asks for it: it may be of what not everybody beside them should see. */
function Picture({ id, name }: { id: string; name: string }) {
  const t = useTranslations("discussion");
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1 text-accent">{t("showPicture", { name })}</summary>
      {isOpen && (
        // biome-ignore lint/performance/noImgElement: no copy of a file of the desk is kept for speed.
        <img src={commentFilePath(id)} alt={name} className="block max-h-96 max-w-full border border-rule" />
      )}
    </details>
  );
}
