import { useLocaleCode } from "#translations";
import type { CommentFile } from "@/db/access/discussion/comment-files";
import { commentFilePath, viewingOf } from "@/lib/records/file";
import { formatFileSize } from "@/lib/text/file-size";

/** An image up to so many bytes is shown where it was said. */
const SHOWN = 2 * 1024 * 1024;

/** What came with a comment. */
export function CommentFiles({ files }: { files: readonly CommentFile[] }) {
  const locale = useLocaleCode();
  return (
    <ul className="mt-1 flex flex-col gap-2 text-sm">
      {files.map(({ id, name, size, type }) => (
        <li key={id}>
          <a href={commentFilePath(id)} className="plain-link">
            {viewingOf(type) === "image" && size <= SHOWN && (
              // biome-ignore lint/performance/noImgElement: no copy of a file of the desk is kept for speed.
              <img
                src={commentFilePath(id)}
                alt=""
                loading="lazy"
                className="mb-1 block max-h-40 max-w-full border border-rule"
              />
            )}
            <bdi>{name}</bdi>
          </a>{" "}
          <span className="text-muted">{formatFileSize(size, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
