import { useFormatInstant, useTranslations } from "#translations";
import { PlainLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { FailedFile } from "@/db/access/files/fixity";

/** Files that are not what was received any more: said where the desk looks for what waits. */
export function FailedFiles({ files }: { files: readonly FailedFile[] }) {
  const t = useTranslations("file");
  const formatInstant = useFormatInstant();
  if (files.length === 0) return null;
  return (
    <div className="mb-3">
      <Notice kind="caution" title={t("failedTitle")}>
        <ul>
          {files.map(({ id, name, at }) => (
            <li key={id}>
              <PlainLink className="plain-link" href={`/files/${id}`}>
                <bdi>{name}</bdi>
              </PlainLink>{" "}
              <span className="text-sm text-muted">{formatInstant(at, "minute")}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
