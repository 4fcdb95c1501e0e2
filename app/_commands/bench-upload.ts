import { randomBytes } from "node:crypto";
import { open, rm, stat } from "node:fs/promises";
import net from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { onExit, runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { startS3Server } from "@/db/testing/s3-server";
import { makeCheckFolder } from "./checks";
import { runProgram } from "./children";
import { openSecondSite } from "./second-site";
import { openBrowser, signInAs } from "./site-to-visit";
import { beginUpload, type Sender, sendPiece } from "./tus-requests";

const MEBIBYTE = 2 ** 20;
/** As a browser sends them. */
const PIECE = 8 * MEBIBYTE;
/** Of the server, while a file comes in. */
const MOST_MEMORY = 64 * MEBIBYTE;
const READ_EACH = 50;
const SUBJECT = { kind: "evidence", slug: "src-001" };

await runCommand(async () => {
  const { values } = parseArgs({ options: { size: { type: "string", default: "2048" }, s3: { type: "boolean" } } });
  const size = Number(values.size) * MEBIBYTE;
  if (!(size >= 64 * MEBIBYTE)) throw new ReadableError("--size must be 64 or more, in MiB.");
  const folder = await makeCheckFolder();
  const bucket = values.s3 ? await startS3Server(join(folder, "s3")) : null;
  if (bucket) onExit(() => bucket.close());
  const meterOf = (dataDir: string) => join(dataDir, "meter.sock");
  const site = await openSecondSite("server-meter.mjs", (dataDir) => ({
    ...(bucket?.variables ?? { STORAGE_URL: "" }),
    WEDERHOOR_METER_SOCKET: meterOf(dataDir),
  }));
  const browser = await openBrowser();
  const jar = await signInAs(browser, site, "reporter");
  await browser.close();
  const sender = { base: site.base, cookie: jar.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const [small, large] = [join(folder, "small"), join(folder, "large")];
  await makeFile(small, 64 * MEBIBYTE);
  await makeFile(large, size);
  const [bare, synced] = [await time(large, "cp"), await time(large, "sync")];
  await upload(sender, small, "warms up.bin");
  await pause(2000);
  const before = await readMemory(meterOf(site.dataDir));
  const { milliseconds, peak } = await measure(meterOf(site.dataDir), () => upload(sender, large, "film.bin"));
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  console.log(
    `\nA file of ${size / MEBIBYTE} MiB, into ${bucket ? "a bucket of s3rver in this process" : "a folder"}\n`,
  );
  console.log(`cp and sha256sum          ${seconds(bare)}`);
  console.log(`cp, sync and sha256sum    ${seconds(synced)}`);
  console.log(`upload by tus             ${seconds(milliseconds)}`);
  console.log(
    `ratio                     ${(milliseconds / bare).toFixed(2)}, synced ${(milliseconds / synced).toFixed(2)}`,
  );
  const added = peak - before;
  console.log(
    `memory of the server      ${(added / MEBIBYTE).toFixed(0)} MiB more than ${(before / MEBIBYTE).toFixed(0)} MiB; ${MOST_MEMORY / MEBIBYTE} at most`,
  );
  return added <= MOST_MEMORY ? 0 : 1;
});

/** Of bytes that no disk can shorten. */
async function makeFile(path: string, size: number): Promise<void> {
  const file = await open(path, "w");
  const bytes = randomBytes(PIECE);
  for (let at = 0; at < size; at += PIECE) {
    bytes.writeDoubleLE(at, 0);
    await file.write(bytes, 0, Math.min(PIECE, size - at));
  }
  await file.sync();
  await file.close();
}

/** @returns milliseconds of the machine's own programs */
async function time(path: string, how: "cp" | "sync"): Promise<number> {
  const copy = `${path}.copy`;
  const started = performance.now();
  const steps = ["cp", ...(how === "sync" ? ["sync"] : []), "sha256sum"];
  const script = steps.map((step) => (step === "cp" ? `cp "${path}" "${copy}"` : `${step} "${copy}"`)).join(" && ");
  const { code, output } = await runProgram("sh", ["-c", script], { quiet: true });
  const took = performance.now() - started;
  await rm(copy);
  if (code !== 0) throw new ReadableError(output);
  return took;
}

async function upload(sender: Sender, path: string, filename: string): Promise<void> {
  const { size } = await stat(path);
  const place = await beginUpload(sender, { ...SUBJECT, filename }, size);
  if (!place) throw new ReadableError("The server began no upload.");
  const file = await open(path, "r");
  for (let offset = 0; offset < size; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE), 0, PIECE, offset);
    const answer = await sendPiece(sender, place, offset, buffer.subarray(0, bytesRead));
    if (answer.status >= 300) throw new ReadableError(`A piece was answered ${answer.status}.`);
    offset = answer.offset;
    if (offset === size && !answer.attachment) throw new ReadableError("The whole file stands with no record.");
  }
  await file.close();
}

/** Bytes that the server has of the machine's memory. */
async function readMemory(meter: string): Promise<number> {
  return (JSON.parse(await text(net.connect(meter))) as { readonly memory: number }).memory;
}

async function measure(meter: string, work: () => Promise<void>): Promise<{ milliseconds: number; peak: number }> {
  let [peak, isRunning] = [0, true];
  const reading = (async () => {
    while (isRunning) {
      peak = Math.max(peak, await readMemory(meter));
      await pause(READ_EACH);
    }
  })();
  const started = performance.now();
  try {
    await work();
  } finally {
    isRunning = false;
  }
  const milliseconds = performance.now() - started;
  await reading;
  return { milliseconds, peak };
}
