/** Who sends, and to which server. */
export type Sender = { readonly base: string; readonly cookie: string };
type UploadAnswer = {
  readonly status: number;
  /** Bytes that the server acknowledges. */
  readonly offset: number;
  /** The file at its record, once it was taken. */
  readonly attachment: string | null;
};
type Named = { readonly kind: string; readonly slug: string; readonly filename: string };

/** Of the last piece a bucket makes one object of all. */
const PATIENCE = 600_000;

async function ask({ base, cookie }: Sender, method: string, path: string, headers: object, body?: Uint8Array) {
  const answer = await fetch(new URL(path, base), {
    method,
    headers: { cookie, origin: base, "tus-resumable": "1.0.0", ...headers },
    ...(body && { body: Uint8Array.from(body) }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  await answer.arrayBuffer();
  return answer;
}

const readAnswer = ({ status, headers }: Response): UploadAnswer => ({
  status,
  offset: Number(headers.get("upload-offset") ?? Number.NaN),
  attachment: headers.get("x-attachment"),
});

/** Begins an upload by tus. @returns its path, or null when the server would not have it now */
export async function beginUpload(sender: Sender, named: Named, size: number): Promise<string | null> {
  const metadata = Object.entries(named).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`);
  const headers = { "upload-length": String(size), "upload-metadata": metadata.join(",") };
  return (await ask(sender, "POST", "/api/v1/uploads", headers)).headers.get("location");
}

/** Asks how much of an upload there is. */
export const askUpload = async (sender: Sender, path: string): Promise<UploadAnswer> =>
  readAnswer(await ask(sender, "HEAD", path, {}));

export async function sendPiece(sender: Sender, path: string, offset: number, bytes: Uint8Array) {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
  return readAnswer(await ask(sender, "PATCH", path, headers, bytes));
}
