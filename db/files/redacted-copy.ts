import { join } from "node:path";
import type { RedactionBox } from "@/lib/records/redaction";
import type { FileStorage } from "./file-storage";
import { type Inspected, inspectFile } from "./inspect-file";
import { readFileText } from "./read-text";
import { type RenderProblem, renderFile, type StoredFile } from "./render-file";

/** Why there is no copy, as a key of the validation's sentences. */
type Fault = "notRedactable" | "noSuchPage" | "tooManyPages";
const FAULTS: Partial<Record<RenderProblem, Fault>> = { "no page": "noSuchPage", "too long": "tooManyPages" };

/**
 * Stores a copy of a PDF or image with these boxes painted into its pixels, and nothing else of it: each page of a PDF is a
 * picture, an image is encoded anew. Of a PDF no word may be left to read.
 */
export function makeRedactedCopy(
  storage: FileStorage,
  file: StoredFile,
  boxes: readonly RedactionBox[],
): Promise<Inspected | Fault> {
  type Made = { readonly type: string };
  return renderFile<Made, Inspected | Fault>(storage, file, { name: "redaction", boxes }, async (made, folder) => {
    if ("problem" in made) return FAULTS[made.problem] ?? "notRedactable";
    const path = join(folder, "copy");
    const copy = await inspectFile(path);
    await storage.keep(path, copy.digest);
    if (copy.type !== "application/pdf") return copy;
    const { problem } = await readFileText(storage, copy);
    return problem === "no text" ? copy : "notRedactable";
  });
}
