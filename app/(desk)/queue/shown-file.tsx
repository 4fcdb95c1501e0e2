import "server-only";
import { readLocale } from "@/app/_server/locale";
import { ReviewPreview } from "@/components/queue/review-preview";
import type { ShownFile } from "@/components/queue/use-previews";
import { gateWarningsOf } from "@/components/records/next-transition";
import type { ReviewFile } from "@/db/access/queue/review-file";

/** What the queue shows of a file beside the list, and what a decision on it needs. */
export const shownFile = (file: ReviewFile): ShownFile => ({
  text: <ReadPreview file={file} />,
  version: file.version,
  warnings: gateWarningsOf(file.checklist),
  blocks: file.checklist.flatMap(({ standing, key }) => (standing === "blocks" ? [key] : [])),
});

/** The answer of an action is drawn by itself, and has to be told its reader's language anew. */
async function ReadPreview({ file }: { file: ReviewFile }) {
  await readLocale();
  return <ReviewPreview file={file} />;
}
