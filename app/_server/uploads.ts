import "server-only";
import { Server } from "@tus/server";
import type { Upload } from "@tus/utils";
import { z } from "zod";
import { attachToComment, requireCommentFiling } from "@/db/access/discussion/comment-files";
import type { Kept } from "@/db/access/files/attach-file";
import { attachFile, requireFiling } from "@/db/access/files/files";
import type { Uploads } from "@/db/files/file-storage";
import { inspectFile } from "@/db/files/inspect-file";
import { openStorage } from "@/db/files/storage";
import { uploadLocker } from "@/db/files/upload-lock";
import { type FileTarget, filedComment, filedSubject, fileName } from "@/lib/records/file";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { Refusal } from "@/lib/workflow/refusal";
import { readLocale } from "./locale";
import { countRequest } from "./person-limits";
import { BadRequest, problem, problemOf } from "./problem";
import { isSameOrigin } from "./same-origin";
import { getActor } from "./session";

const PATH = "/api/v1/uploads";
const MEBIBYTE = 1024 * 1024;
/** What an upload says of itself: tus's Upload-Metadata. `filename` as it is called where it comes from; `owner` we add. */
const described = { filename: z.string().max(1000).default(""), owner: z.string().optional() };
const metadata = z.union([filedSubject.extend(described), filedComment.extend(described)]);

const largest = () => Number(process.env.LARGEST_FILE || 4096) * MEBIBYTE;

/** What tus itself refuses has a status and a plain sentence. */
const isOfTus = (error: object): error is { status_code: number; body: string } => "status_code" in error;

function readTarget(upload: Upload): { target: FileTarget; name: string } {
  const parsed = metadata.safeParse(upload.metadata);
  if (!parsed.success) throw new BadRequest(400, "badRequest");
  const { filename, owner: _owner, ...target } = parsed.data;
  return { target, name: fileName(filename) };
}

const requireTaking = (actor: Actor, target: FileTarget) =>
  target.kind === "comment" ? requireCommentFiling(actor, target.id) : requireFiling(actor, target);

const attach = (actor: Actor, target: FileTarget, kept: Kept) =>
  target.kind === "comment" ? attachToComment(actor, target.id, kept) : attachFile(actor, target, kept);

/** Whole: its bytes go into the storage, durable, and then to the record or the comment that it is for. Done once, whoever asks for it. */
async function takeWhole(actor: Actor, store: Uploads, id: string): Promise<Record<string, string>> {
  const lock = uploadLocker.newLock(id);
  await lock.lock(new AbortController().signal, () => undefined);
  try {
    const upload = await findUpload(store, id);
    // Taken by another request meanwhile.
    if (!upload) return {};
    const { target, name } = readTarget(upload);
    const path = await store.whole(id);
    const inspected = await inspectFile(path);
    await openStorage().keep(path, inspected.digest);
    const attached = await attach(actor, target, { ...inspected, name });
    await store.forget(id);
    return { "X-Attachment": attached.id, "X-Already-There": String(!attached.isNew) };
  } finally {
    await lock.unlock();
  }
}

/** All of it came, and the server ended before it was taken: whoever asks how much there is has it taken now. */
async function answerWhole(actor: Actor, store: Uploads, { id, offset }: Upload): Promise<Response> {
  const headers = {
    ...(await takeWhole(actor, store, id)),
    "Tus-Resumable": "1.0.0",
    "Upload-Offset": String(offset),
    "Upload-Length": String(offset),
    "Cache-Control": "no-store",
  };
  return new Response(null, { headers });
}

function serverFor(actor: Actor, store: Uploads): Server {
  return new Server({
    path: PATH,
    datastore: store,
    locker: uploadLocker,
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [new URL(process.env.NEXTAUTH_URL ?? "http://127.0.0.1").origin],
    maxSize: largest(),
    onUploadCreate: async (_request, upload) => {
      await requireTaking(actor, readTarget(upload).target);
      return { metadata: { ...upload.metadata, owner: actor.id } };
    },
    onUploadFinish: async (_request, upload) => ({ headers: await takeWhole(actor, store, upload.id) }),
    onResponseError: async (_request, error) => {
      if (isOfTus(error)) return undefined;
      const answer = problemOf(error, { locale: await readLocale(), invalid: 422 });
      return { status_code: answer.status, body: await answer.text() };
    },
  });
}

/** Any request of the tus protocol 1.0.0, by whoever may hand files in with what it names. */
export async function answerUpload(request: Request): Promise<Response> {
  const locale = await readLocale();
  try {
    if (!isSameOrigin(request.headers)) throw new BadRequest(403, "crossSite");
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    const { pathname } = new URL(request.url);
    if (request.method === "POST") await countRequest(actor, pathname);
    const store = openStorage().uploads;
    const id = pathname.slice(PATH.length + 1);
    const upload = id ? await findOwn(actor, store, id) : null;
    if (upload && request.method === "HEAD" && upload.offset === upload.size) {
      return await answerWhole(actor, store, upload);
    }
    return await serverFor(actor, store).handleWeb(request);
  } catch (error) {
    return problemOf(error, { locale, invalid: 422 });
  }
}

/** @returns null when there is none any more */
const findUpload = (store: Uploads, id: string): Promise<Upload | null> =>
  store.getUpload(id).catch((error: object) => {
    if (isOfTus(error)) return null;
    throw error;
  });

async function findOwn(actor: Actor, store: Uploads, id: string): Promise<Upload> {
  const upload = /^[0-9a-f]{32}$/.test(id) ? await findUpload(store, id) : null;
  if (upload?.metadata?.owner !== actor.id) throw Refusal.notFound();
  return upload;
}
