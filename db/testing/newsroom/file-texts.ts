import { createHash } from "node:crypto";
import type postgres from "postgres";
import { attachments, filePages, files, fileTexts } from "../../schema";
import { fillBypassingApplication } from "../bypass-application";
import { copyRows } from "./copy";
import { idOf, newsroomRecord } from "./fill";
import { Random } from "./random";
import { sayText } from "./words";

const [AT_ONCE, BYTES] = [5000, 2048];
const AT = "2026-01-01T00:00:00.000Z";

/**
 * Gives each of the newsroom's items from one number up to, not with, another a file of 2 KB of text in the item's language, as
 * if that had been read; past the history, for a database to throw away.
 */
export async function fillFileTexts(sql: postgres.Sql, writer: string, from: number, to: number): Promise<void> {
  const tables = ["files", "attachments", "file_texts", "file_pages"];
  const fill = async () => {
    for (let start = from; start < to; start += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, index) => start + index);
      const made = numbers.map((number) => fileOf(number, writer));
      await copyRows(
        sql,
        files,
        made.map(({ file }) => file),
      );
      await copyRows(
        sql,
        attachments,
        made.map(({ attachment }) => attachment),
      );
      await copyRows(
        sql,
        fileTexts,
        made.map(({ page: { fileId } }) => ({ fileId, at: AT, pages: 1 })),
      );
      await copyRows(
        sql,
        filePages,
        made.map(({ page }) => page),
      );
    }
  };
  await fillBypassingApplication(sql, tables, fill, { keepsGenerated: true });
}

function fileOf(number: number, by: string) {
  const { input, slug } = newsroomRecord("evidence", number);
  const text = sayText(new Random(Math.imul(number + 1, 0x2545f491)), input.language ?? "en", BYTES);
  const [id, fileId] = ["a", "f"].map((sign) => `${sign}${idOf("evidence", number).slice(1)}`);
  const digest = createHash("sha256").update(text).digest("hex");
  return {
    file: { id: fileId, digest, size: Buffer.byteLength(text), type: "text/plain", at: AT, by },
    attachment: {
      id,
      fileId,
      subjectKind: "evidence",
      subjectId: idOf("evidence", number),
      name: `${slug}.txt`,
      at: AT,
      by,
    },
    page: { fileId, page: 1, text },
  };
}
