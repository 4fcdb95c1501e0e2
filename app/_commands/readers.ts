import { onPath } from "@/db/captures/browser/find-chromium";
import { runApt, whyNoApt } from "./chromium";

/** Programs that open what the product makes as a reader would, and Debian's packages of them. */
const READERS = [
  ["pdftotext", "poppler-utils"],
  ["rsvg-convert", "librsvg2-bin"],
] as const;

/** Installs what is missing where it can; without them the tests make the files and say that they were not opened. */
export async function installReaders(): Promise<void> {
  const missing = READERS.filter(([name]) => !onPath(name)).map(([, packaged]) => packaged);
  if (missing.length === 0) return;
  const reason = whyNoApt();
  if (!reason) {
    await runApt("update");
    await runApt("install", "--yes", "--no-install-recommends", ...missing);
  }
  const left = READERS.filter(([name]) => !onPath(name)).map(([name]) => name);
  if (left.length > 0) {
    console.log(
      `Not here: ${left.join(", ")}${reason ? ` (${reason})` : ""}. What they would open is made, not opened.`,
    );
  }
}
