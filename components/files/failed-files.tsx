import { useTranslations } from "#translations";
import { Notice } from "@/components/ui/notice";
import type { FailedFile } from "@/db/access/files/fixity";
import { NamedFiles } from "./named-files";

/** Files that are not what was received any more: said where the desk looks for what waits. */
export function FailedFiles({ files }: { files: readonly FailedFile[] }) {
  const t = useTranslations("file");
  if (files.length === 0) return null;
  return (
    <div className="mb-3">
      <Notice kind="caution" title={t("failedTitle")}>
        <NamedFiles files={files} />
      </Notice>
    </div>
  );
}
