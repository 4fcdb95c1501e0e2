import "server-only";
import { cache } from "react";
import { countCaptures, listCapturedIds, listCaptures } from "@/db/access/captures/captures";
import { listAttachments } from "@/db/access/files/files";
import { findOwnWatch } from "@/db/access/watches/watches";
import { mayFetch } from "@/db/fetching/fetch-settings";
import type { FiledSubject } from "@/lib/records/file";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

/** What was preserved of an item's page, asked for once a request; null where there is nothing, nor may be. */
export const readPreserved = cache(async (actor: Actor, slug: string, url: string | null) => {
  if (!may(actor, "read drafts")) return null;
  const subject = { kind: "evidence", slug } as const;
  const [captures, counts, watch] = await Promise.all([
    listCaptures(actor, subject),
    countCaptures(actor, subject),
    findOwnWatch(actor, slug),
  ]);
  const mayAsk = url !== null && mayFetch() && may(actor, "record evidence");
  return captures.length > 0 || mayAsk || watch ? { captures, counts, watch, mayAsk } : null;
});

/**
 * The files that people added to a record, asked for once a request: for those who open no originals the redacted copies,
 * null where there are none.
 */
export const readAddedFiles = cache(async (actor: Actor, kind: FiledSubject["kind"], slug: string) => {
  const subject = { kind, slug };
  if (!may(actor, "open an original file")) {
    const copies = await listAttachments(actor, subject);
    return copies.length > 0 ? copies : null;
  }
  const [files, captured] = await Promise.all([listAttachments(actor, subject), listCapturedIds(actor, subject)]);
  // What the server captured stands with its capture, and is nothing that a person added.
  return files.filter(({ id }) => !captured.has(id));
});
