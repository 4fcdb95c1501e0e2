import { FilePageText } from "@/app/_parts/file-page-text";
import type { FileMark } from "@/app/_server/file-page";
import { FilePages } from "@/components/files/file-pages";
import { readFilePage } from "@/db/access/files/file-texts";
import { findAttachment } from "@/db/access/files/files";
import type { RedactedCopy } from "@/db/access/files/redactions";
import { hasPages } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";

type File = Awaited<ReturnType<typeof findAttachment>>;
type Props = { actor: Actor; file: File; copies: readonly RedactedCopy[]; mark: FileMark };

/** What was withdrawn meanwhile has nothing to stand beside. */
function noneOf(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** What of a file can be read here; whoever may open originals sees one beside its latest copy. */
export async function FileContent({ actor, file, copies, mark: { page: asked, query, claim } }: Props) {
  const read = await readFilePage(actor, file.id, asked);
  if (!hasPages(file.type)) return <FilePageText {...{ actor, file, read, query, claim }} />;
  const pages = file.type === "application/pdf" ? Math.max(1, read?.pages ?? 0) : 1;
  const page = Math.min(asked, pages);
  const beside = file.redactedFrom ?? copies.at(-1)?.id;
  const found = beside === undefined ? null : await findAttachment(actor, beside).catch(noneOf);
  const other = found && { file: found, isOriginal: file.redactedFrom !== null };
  const marked = { ...(query && { q: query }), ...(claim && { quote: claim }) };
  // The text is that of the page which is shown, and a redacted copy has none.
  const ofPage = read?.shown?.page === page ? read : read && { ...read, shown: null };
  return (
    <>
      <FilePages file={file} other={other} page={page} pages={pages} query={marked} />
      {!file.isRedacted && <FilePageText {...{ actor, file, query, claim }} read={ofPage} />}
    </>
  );
}
