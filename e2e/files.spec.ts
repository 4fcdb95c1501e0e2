import type { Page } from "@playwright/test";
import { expect, test } from "./fixture";

/** Seconds of a tone, as a WAV file of one channel. */
function makeTone(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate * 2);
  for (let at = 0; at < seconds * rate; at += 1) samples.writeInt16LE(Math.round(8000 * Math.sin(at / 3)), at * 2);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    head.writeUInt16LE(value, at);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A second of a moving picture, recorded by the browser itself. */
async function recordFilm(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((end) => {
      recorder.onstop = end;
    });
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      context?.fillRect(frame * 8, 0, 8, 90);
      await new Promise((after) => setTimeout(after, 50));
    }
    recorder.stop();
    await ended;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return Buffer.from(encoded, "base64");
}

test("a recording and a film are played where they stand, and begun anywhere", async ({ page, enter }) => {
  await enter("reporter");
  await page.goto("/evidence/src-003");
  const files = page.getByRole("region", { name: "Files" });
  const tone = makeTone(60);
  const mark = Date.now();
  await files.getByLabel("Add files").setInputFiles([
    { name: `call ${mark}.wav`, mimeType: "audio/wav", buffer: tone },
    { name: `street ${mark}.webm`, mimeType: "video/webm", buffer: await recordFilm(page) },
  ]);
  await expect(files.getByText(`call ${mark}.wav was added.`)).toBeVisible();
  await expect(files.getByText(`street ${mark}.webm was added.`)).toBeVisible();
  const sound = files.getByLabel(`call ${mark}.wav`, { exact: true }).and(page.locator("audio"));
  const film = files.getByLabel(`street ${mark}.webm`, { exact: true }).and(page.locator("video"));
  const asked: string[] = [];
  page.on("response", (answer) => {
    const { range } = answer.request().headers();
    if (range) asked.push(`${answer.status()} ${range}`);
  });
  const heard = await sound.evaluate(async (audio: HTMLAudioElement) => {
    const seeked = new Promise((after) => audio.addEventListener("seeked", after));
    audio.muted = true;
    await audio.play();
    audio.currentTime = 55;
    await seeked;
    await new Promise((after) => audio.addEventListener("timeupdate", after, { once: true }));
    audio.pause();
    return { duration: Math.round(audio.duration), isThere: audio.currentTime >= 55, error: audio.error?.message };
  });
  expect(heard).toEqual({ duration: 60, isThere: true, error: undefined });
  expect(asked.every((line) => line.startsWith("206 "))).toBe(true);
  expect(asked.length).toBeGreaterThan(0);
  await expect(film).toHaveJSProperty("videoWidth", 160);
  const isPlayed = film.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
    await new Promise((after) => video.addEventListener("timeupdate", after, { once: true }));
    return video.currentTime > 0 || video.ended;
  });
  expect(await isPlayed).toBe(true);
  const href = (await sound.getAttribute("src")) ?? "";
  const last = await page.request.get(href, { headers: { Range: "bytes=-4" } });
  expect([last.status(), await last.body()]).toEqual([206, tone.subarray(-4)]);
  const outside = await page.request.get(href, { headers: { Range: `bytes=${tone.length}-` } });
  expect(outside.status()).toBe(416);
});

test("a comment takes files that are chosen or pasted, for those who read the comment", async ({
  page,
  enter,
  another,
  troubles,
}) => {
  await enter("reporter");
  await page.goto("/claims/clm-it-02");
  const text = `Seen on the door? ${Date.now()}`;
  const write = page.locator("#write");
  const box = page.getByLabel("Write a comment");
  await expect(box).toHaveAttribute("aria-autocomplete", "list");
  await write.getByLabel("Add files").setInputFiles([
    { name: "left out.txt", mimeType: "text/plain", buffer: Buffer.from("no") },
    { name: "door note.txt", mimeType: "text/plain", buffer: Buffer.from("Closed by order.") },
  ]);
  await write.getByRole("button", { name: "Leave out left out.txt" }).click();
  await box.fill(text);
  await box.evaluate(async (area) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
    canvas.getContext("2d")?.fillRect(0, 0, 20, 30);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made));
    const clipboardData = new DataTransfer();
    if (blob) clipboardData.items.add(new File([blob], "door.png", { type: "image/png" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(write.getByText("door.png", { exact: true })).toBeVisible();
  await write.getByRole("button", { name: "Send", exact: true }).click();
  const commentOn = (read: Page) => read.getByRole("article").filter({ hasText: text }).last();
  const comment = commentOn(page);
  await expect(comment.getByRole("link", { name: "door note.txt" })).toBeVisible();
  await expect(comment.getByRole("link", { name: "left out.txt" })).toHaveCount(0);
  await comment.getByText("Show door.png").click();
  await expect(comment.getByRole("img", { name: "door.png" })).toHaveJSProperty("naturalWidth", 40);
  const href = (await comment.getByRole("link", { name: "door note.txt" }).getAttribute("href")) ?? "";

  const [editor, manager] = [await another("editor"), await another("manager")];
  await editor.goto("/claims/clm-it-02");
  await expect(commentOn(editor).getByRole("link", { name: "door note.txt" })).toBeVisible();
  await expect(commentOn(editor).getByRole("link", { name: "left out.txt" })).toHaveCount(0);
  const opened = await editor.request.get(href);
  expect([opened.status(), await opened.text()]).toEqual([200, "Closed by order."]);
  expect(opened.headers()["content-security-policy"]).toMatch(/sandbox$/);
  expect((await manager.request.get(href)).status()).toBe(403);
  expect(troubles).toEqual([]);
});
