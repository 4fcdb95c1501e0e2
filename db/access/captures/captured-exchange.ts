import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { db } from "../../client";
import { openStorage } from "../../files/storage";
import { captures, evidence } from "../../schema";
import { findAttachment } from "../files/files";
import { survivorOf } from "../merges/redirects";
import { readContent } from "./comparison";

/**
 * What a capture kept of its requests and answers, with its text, and what the page is called on file.
 * @throws Refusal forbidden, or not_found: also of one that did not come about, or whose file was withdrawn
 */
export async function readCapturedExchange(actor: Actor, id: string) {
  requirePermission(actor, "read drafts");
  const [capture] = await db
    .select({
      files: captures.files,
      landed: captures.landed,
      finishedAt: captures.finishedAt,
      programs: captures.programs,
      pageTitle: captures.pageTitle,
      title: evidence.title,
    })
    .from(captures)
    .innerJoin(evidence, eq(evidence.id, survivorOf(captures.subjectId)))
    .where(eq(captures.id, id));
  const exchange = capture?.files.find(({ part }) => part === "exchange");
  if (!capture?.landed || !capture.finishedAt || !exchange) throw Refusal.notFound();
  const { name, digest } = await findAttachment(actor, exchange.attachment);
  if (!(await openStorage().has(digest))) throw Refusal.notFound();
  const { text } = await readContent(capture);
  return {
    name,
    warc: await buffer(openStorage().open(digest)),
    title: capture.title,
    url: capture.landed,
    at: new Date(capture.finishedAt),
    text,
    programs: capture.programs ?? {},
  };
}
