import { createHash } from "node:crypto";
import { canonicalJson } from "../text/canonical-json";

/**
 * A row beside the records as its revision has it: what people wrote as a digest, so that what is taken back or erased there
 * does not live on in the chain, and everything else as it is.
 * @param id of the row; it keeps equal words in two rows from having equal digests
 */
export function keptRow(
  id: string,
  row: Readonly<Record<string, unknown>>,
  sealed: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const kept = value ?? null;
      return [column, kept !== null && sealed.includes(column) ? digestOf([id, column, kept]) : kept];
    }),
  );
}

const digestOf = (value: unknown) =>
  `sha256:${createHash("sha256").update(canonicalJson(value), "utf8").digest("hex").slice(0, 32)}`;
