import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { askUpload, beginUpload, type Sender, sendPiece } from "./tus-requests";

export type SentUpload = { readonly digest: string; readonly size: number };
export type UploadsTold = {
  /** Where less was there than had been acknowledged. */
  readonly lost: string[];
  /** Uploads that were begun anew, since the server ended between their bytes and their row. */
  again: number;
  pieces: number;
  cuts: number;
};
type Subject = { readonly kind: string; readonly slug: string };

const PIECE = 256 * 1024;
const AGAIN = 100;

/** Sends bytes by tus, piece by piece, through whatever happens to the server, until they stand with their record. */
export async function sendThrough(
  sender: Sender,
  subject: Subject,
  bytes: Buffer,
  told: UploadsTold,
  isStored: (digest: string) => Promise<boolean>,
): Promise<SentUpload> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const filename = `${digest.slice(0, 8)}.bin`;
  const sent = { digest, size: bytes.length };
  let [path, acknowledged]: [string | null, number] = [null, 0];
  for (;;) {
    try {
      path ??= await beginUpload(sender, { ...subject, filename }, bytes.length);
      if (!path) throw new Error("not now");
      const there = await askUpload(sender, path);
      if (there.attachment) return sent;
      if (there.status === 404 || there.status === 410) {
        if (await isListed(sender, subject, digest)) return sent;
        if (!(await isStored(digest))) told.lost.push(`${filename}: all of ${acknowledged} bytes`);
        [path, acknowledged] = [null, 0];
        told.again += 1;
        continue;
      }
      if (there.status !== 200) throw new Error(`answered ${there.status}`);
      if (there.offset < acknowledged) told.lost.push(`${filename}: ${there.offset} of ${acknowledged} bytes`);
      acknowledged = there.offset;
      while (acknowledged < bytes.length) {
        const piece = bytes.subarray(acknowledged, acknowledged + PIECE);
        const answer = await sendPiece(sender, path, acknowledged, piece);
        if (answer.status >= 300) throw new Error(`answered ${answer.status}`);
        told.pieces += 1;
        acknowledged = answer.offset;
        if (answer.attachment) return sent;
      }
    } catch {
      told.cuts += 1;
      await pause(AGAIN);
    }
  }
}

async function isListed({ base, cookie }: Sender, subject: Subject, digest: string): Promise<boolean> {
  const answer = await fetch(`${base}/api/v1/files?${new URLSearchParams(subject)}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return (await answer.text()).includes(digest);
}

/** One upload of so many pieces, each by the next of these servers in turn. @returns what was wrong */
export async function sendInTurns(senders: readonly Sender[], subject: Subject, turns: number): Promise<string[]> {
  const bytes = randomBytes(turns * 100_000);
  const length = bytes.length / turns;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const [first] = senders;
  if (!first) throw new Error("There is no server to send to.");
  const path = await beginUpload(first, { ...subject, filename: "in turns.bin" }, bytes.length);
  if (!path) return ["an upload in turns was not begun"];
  for (let turn = 0; turn < turns; turn += 1) {
    const sender = senders[turn % senders.length] ?? first;
    const offset = turn * length;
    const there = await askUpload(sender, path);
    if (there.offset !== offset) return [`in turn ${turn} there were ${there.offset} bytes, and not ${offset}`];
    const answer = await sendPiece(sender, path, offset, bytes.subarray(offset, offset + length));
    if (answer.status >= 300) return [`in turn ${turn} a piece was answered ${answer.status}`];
  }
  const isWhole = await Promise.all(senders.map((sender) => isListed(sender, subject, digest)));
  return isWhole.every(Boolean) ? [] : ["an upload in turns did not arrive whole"];
}
