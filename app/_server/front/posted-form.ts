import type { IncomingMessage } from "node:http";
import { type KeptField, keptFields } from "@/app/_server/unavailable-page";

/** Bytes of a form that is given back; more than any form of ours holds. */
const LARGEST = 300_000;
/** So many forms at once are remembered: they take as much memory. */
const MOST = 100;
/** Milliseconds within which the rest of a form has to arrive that is turned away. */
const PATIENCE = 3000;
const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

let remembered = 0;

/** What a request's form holds, once it has arrived as a whole; nothing where that takes too long, or it is too large. */
type PostedForm = () => Promise<readonly KeptField[]>;

/**
 * Remembers what a browser without scripts posts while it is read, so that an answer which is no page of ours can give it back.
 * Null where there is nothing to give back, or no room.
 */
export function rememberPostedForm(request: IncomingMessage): PostedForm | null {
  const { method, headers } = request;
  const type = headers["content-type"] ?? "";
  const isOfPage = headers.accept?.includes("text/html") && !headers["next-action"];
  if (method !== "POST" || !isOfPage || !FORM.test(type) || remembered >= MOST) return null;
  remembered += 1;
  request.once("close", () => {
    remembered -= 1;
  });
  const chunks: Buffer[] = [];
  let size = 0;
  const { push } = request;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) {
      size += chunk.length;
      if (size > LARGEST) chunks.length = 0;
      else chunks.push(Buffer.from(chunk));
    }
    return push.call(request, chunk, encoding);
  };
  return async () => {
    const isWhole = await hasArrived(request);
    if (!isWhole || size > LARGEST) return [];
    const body = new Response(Buffer.concat(chunks), { headers: { "content-type": type } });
    return keptFields(await body.formData().catch(() => new FormData()));
  };
}

/** Reads on where nobody does. */
function hasArrived(request: IncomingMessage): Promise<boolean> {
  if (request.complete) return Promise.resolve(true);
  return new Promise((arrived) => {
    const timer = setTimeout(() => arrived(false), PATIENCE);
    const end = () => {
      clearTimeout(timer);
      arrived(request.complete);
    };
    request.once("end", end).once("close", end).resume();
  });
}
