import { createHash } from "node:crypto";
import type { CaptureFailure } from "@/lib/records/capture";
import { compareContents, hasChanged, readContent } from "../access/captures/comparison";
import { captureLook, type DueWatch, findDueWatch, noteLook, postponeLook } from "../access/watches/look-results";
import { FetchRefused } from "../fetching/allowed-address";
import { answeredOf, bodyOf, fetchPage, keepParts, nextOf, pageTitleOf, partsOf } from "./preserve-page";

/**
 * One look at a watched page. What it comes to stands in the watch, also that it failed: the queue tries nothing again, the watch does.
 * @param hasBrowser a copy is opened in a browser after that
 * @throws what went wrong on this side, once it stands there
 */
export async function lookAtPage(id: string, hasBrowser: boolean): Promise<void> {
  const watch = await findDueWatch(id);
  if (!watch) return postponeLook(id);
  try {
    await look(watch, hasBrowser);
  } catch (error) {
    const why: CaptureFailure = error instanceof FetchRefused ? error.reason : "program";
    await noteLook(id, { result: "failed", why });
    if (why === "program") throw error;
  }
}

async function look(watch: DueWatch, hasBrowser: boolean): Promise<void> {
  const fetched = await fetchPage(watch.url);
  // What stands in the page's place says nothing of the page, and is compared with nothing.
  if (fetched.wall) return noteLook(watch.id, { result: "wall", why: fetched.wall });
  const body = bodyOf(fetched);
  const after = {
    title: pageTitleOf(fetched.page),
    text: fetched.page?.text || null,
    body: body && createHash("sha256").update(body).digest("hex"),
  };
  const before = await readContent({ files: watch.baseFiles, pageTitle: watch.baseTitle });
  const isThere = before.text !== null || before.body !== null;
  if (isThere && !hasChanged(compareContents(before, after, watch.ignored))) {
    return noteLook(watch.id, { result: "same", why: null });
  }
  await captureLook(
    isThere ? watch : { ...watch, base: null },
    answeredOf(fetched),
    await keepParts(await partsOf(fetched, watch.by)),
    nextOf(fetched, hasBrowser),
  );
}
