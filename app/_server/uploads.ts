import "server-only";
import { Server } from "@tus/server";
import type { Upload } from "@tus/utils";
import { z } from "zod";
import { attachFile, requireFiling } from "@/db/access/files/files";
import { inspectFile } from "@/db/files/inspect-file";
import { openStorage } from "@/db/files/storage";
import { uploadLocker } from "@/db/files/upload-lock";
import { DurableUploads } from "@/db/files/upload-store";
import { filedSubject, fileName } from "@/lib/records/file";
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
const metadata = filedSubject.extend({ filename: z.string().max(1000).default(""), owner: z.string().optional() });

const largest = () => Number(process.env.LARGEST_FILE || 4096) * MEBIBYTE;

/** What tus itself refuses has a status and a plain sentence. */
const isOfTus = (error: object): error is { status_code: number; body: string } => "status_code" in error;

function readSubject(upload: Upload) {
  const parsed = metadata.safeParse(upload.metadata);
  if (!parsed.success) throw new BadRequest(400, "badRequest");
  return { subject: { kind: parsed.data.kind, slug: parsed.data.slug }, name: fileName(parsed.data.filename) };
}

/** Whole: its bytes go into the storage, durable, and then into the record that it is for. */
async function takeWhole(actor: Actor, store: DurableUploads, upload: Upload) {
  const { subject, name } = readSubject(upload);
  const path = store.pathOf(upload.id);
  const inspected = await inspectFile(path);
  await openStorage().keep(path, inspected.digest);
  const { id, isNew } = await attachFile(actor, subject, { ...inspected, name });
  await store.forget(upload.id);
  return { headers: { "X-Attachment": id, "X-Already-There": String(!isNew) } };
}

function serverFor(actor: Actor, store: DurableUploads): Server {
  return new Server({
    path: PATH,
    datastore: store,
    locker: uploadLocker,
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [new URL(process.env.NEXTAUTH_URL ?? "http://127.0.0.1").origin],
    maxSize: largest(),
    onUploadCreate: async (_request, upload) => {
      await requireFiling(actor, readSubject(upload).subject);
      return { metadata: { ...upload.metadata, owner: actor.id } };
    },
    onUploadFinish: (_request, upload) => takeWhole(actor, store, upload),
    onResponseError: async (_request, error) => {
      if (isOfTus(error)) return undefined;
      const answer = problemOf(error, { locale: await readLocale(), invalid: 422 });
      return { status_code: answer.status, body: await answer.text() };
    },
  });
}

/** Any request of the tus protocol 1.0.0, by whoever may hand files in with the record that it names. */
export async function answerUpload(request: Request): Promise<Response> {
  const locale = await readLocale();
  try {
    if (!isSameOrigin(request.headers)) throw new BadRequest(403, "crossSite");
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    const { pathname } = new URL(request.url);
    if (request.method === "POST") await countRequest(actor, pathname);
    const store = new DurableUploads({ directory: openStorage().incoming });
    const id = pathname.slice(PATH.length + 1);
    if (id) await requireOwn(actor, store, id);
    return await serverFor(actor, store).handleWeb(request);
  } catch (error) {
    return problemOf(error, { locale, invalid: 422 });
  }
}

async function requireOwn(actor: Actor, store: DurableUploads, id: string): Promise<void> {
  const upload = /^[0-9a-f]{32}$/.test(id) ? await store.getUpload(id).catch(() => null) : null;
  if (upload?.metadata?.owner !== actor.id) throw Refusal.notFound();
}
