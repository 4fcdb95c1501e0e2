import { formatFileSize } from "@/lib/text/file-size";
import type { ChecksMade } from "../access/files/fixity";
import type { Swept } from "../access/files/sweep";

const size = (bytes: number) => formatFileSize(bytes, "en");
const named = (digests: readonly string[]) => digests.map((digest) => `\n  sha256:${digest}`).join("");

/** What was checked, for whoever runs the installation. */
export function describeChecks({ intact, changed, missing, unreadable, bytes, failed }: ChecksMade): string {
  const all = intact + changed + missing + unreadable;
  if (all === 0) return "No file was due for a check.";
  const found = `${all} files checked, ${size(bytes)}: ${intact} as they were received`;
  if (failed.length === 0) return `${found}.`;
  return `${found}, ${changed} changed, ${missing} missing, ${unreadable} unreadable:${named(failed)}`;
}

/** What the sweep found and did. */
export function describeSweep({ files, unnamed, missing, erased, uploads, bytes, pictures }: Swept): string {
  const lines = [
    `${files} files are named in the database, ${missing.length} of them are not stored${named(missing)}.`,
  ];
  if (unnamed.length > 0) {
    lines.push(`${unnamed.length} stored files are named in no row, and were left where they are:${named(unnamed)}`);
  }
  if (erased.length > 0)
    lines.push(`${erased.length} stored files had been erased, and were destroyed:${named(erased)}`);
  if (uploads > 0)
    lines.push(`${uploads} uploads that nobody went on with for a week were thrown away, ${size(bytes)}.`);
  if (pictures > 0) lines.push(`Pictures of ${pictures} files were thrown away; they are made again when asked for.`);
  return lines.join("\n");
}
