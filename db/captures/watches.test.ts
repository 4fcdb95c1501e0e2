import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { listCaptures, preservePage } from "../access/captures/captures";
import { compareCaptures } from "../access/captures/comparison";
import { listInbox } from "../access/discussion/inbox";
import { listAttachments, withdrawAttachment } from "../access/files/files";
import { checkHistory } from "../access/history/history-check";
import { changeRules, changeWatch, findOwnWatch, findWatch, listWatches, watchPage } from "../access/watches/watches";
import { makeActor, makeEvidence } from "../testing/make";
import { connectAsSuperuser } from "../testing/superuser";
import { lookAtPage } from "./look-at-page";
import { runDueJobs } from "./run-jobs";

const LINES = [
  "The ministry counts over 100 stations in 53 countries, and asked each government what it knew of them.",
  "Officers came to the office in Rotterdam on 26 October 2022, and left it at 14:30, said a neighbour.",
  "The embassy denied on the same day that anybody worked there but volunteers of the community.",
];
/** What the page says now, by its path; a number is an answer of that status. */
const pages = new Map<string, readonly string[] | number>();
const titles = new Map<string, string>();
let asked = 0;
const server = createServer((request, answer) => {
  asked += 1;
  const page = pages.get(request.url ?? "") ?? 404;
  const title = titles.get(request.url ?? "") ?? "Ministry";
  if (typeof page === "number") return page === 0 ? request.socket.destroy() : answer.writeHead(page).end("<h1>No");
  const said = page.map((line) => `<p>${line}</p>`).join("");
  answer
    .writeHead(200, { "Content-Type": "text/html; charset=utf-8" })
    .end(
      `<html><title>${title}</title><main>${said}<p>Last updated: 3 May 2024, 12:${10 + (asked % 50)}</p></main></html>`,
    );
});
const behind = connectAsSuperuser();
let [reporter, colleague, editor, manager]: Actor[] = [];
let here = "";
let folder = "";
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "wederhoor-watches-"));
  [reporter, colleague, editor, manager] = [
    await makeActor("reporter"),
    await makeActor("reporter"),
    await makeActor("editor"),
    await makeActor("manager"),
  ];
});
beforeEach(() => {
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("FETCH_PAGES", "on");
  vi.stubEnv("FETCH_ALLOWED", here);
});
afterAll(async () => {
  server.close();
  await behind.end();
  await rm(folder, { recursive: true, force: true });
});

const who = (actor: Actor | undefined): Actor => actor ?? (undefined as never);
const runJobs = () => runDueJobs(process.env.DATABASE_URL ?? "");
let made = 0;
async function watchAt(lines: readonly string[] | number, actor = who(reporter)) {
  made += 1;
  const path = `/page-${made}`;
  pages.set(path, lines);
  const { slug } = await makeEvidence(who(reporter), { url: `http://${here}${path}` });
  const { id } = await watchPage(actor, { evidence: slug, every: "daily" });
  const lookAgain = async (now?: readonly string[] | number) => {
    if (now !== undefined) pages.set(path, now);
    await behind`update watches set next_look = now() where id = ${id} and state = 'active'`;
    await lookAtPage(id, false);
    return findWatch(actor, id);
  };
  return { id, slug, path, subject: { kind: "evidence" as const, slug }, lookAgain };
}
const noticesOf = async (actor: Actor, slug: string) =>
  (await listInbox(actor)).items.filter(({ subject }) => "slug" in subject && subject.slug === slug);

test("a page that says the same is no change, whatever its clock says; one that changed is a capture and a notice", async () => {
  const { slug, subject, lookAgain } = await watchAt(LINES);
  expect(await lookAgain()).toMatchObject({ result: "first", failures: 0 });
  expect(await listCaptures(who(reporter), subject)).toHaveLength(1);
  expect(await lookAgain()).toMatchObject({ result: "same", why: null, changedAt: null });
  expect(await listCaptures(who(reporter), subject)).toHaveLength(1);
  expect(await noticesOf(who(reporter), slug)).toEqual([]);
  const changed = LINES.map((line) => line.replace("over 100", "over 30"));
  const watch = await lookAgain(changed);
  expect(watch.result).toBe("changed");
  const [latest, first] = await listCaptures(who(reporter), subject);
  expect(latest).toMatchObject({ id: watch.base, state: "complete", differsFrom: first?.id });
  expect(latest?.files.map(({ part }) => part)).toEqual(["exchange", "text"]);
  expect(await noticesOf(who(reporter), slug)).toMatchObject([{ cause: "page_changed", captureId: latest?.id }]);
  expect(await noticesOf(who(colleague), slug)).toEqual([]);
  const compared = await compareCaptures(who(colleague), subject, { to: latest?.id });
  expect(compared).toMatchObject({ from: { id: first?.id }, comparison: { kind: "page", page: { changes: 1 } } });
  // Told once: what is there now is what the next look is held against.
  expect((await lookAgain()).result).toBe("same");
  expect(await noticesOf(who(reporter), slug)).toHaveLength(1);
  expect(await checkHistory()).toMatchObject({ problem: null });
});

test("a title that alone changed is told; a copy that its watcher asks for is what is compared with, for them alone", async () => {
  const { slug, subject, path, lookAgain } = await watchAt(LINES);
  const colleagues = await watchPage(who(colleague), { evidence: slug, every: "daily" });
  await lookAgain();
  await lookAtPage(colleagues.id, false);
  titles.set(path, "Ministry (3)");
  const retitled = await lookAgain();
  expect(retitled.result).toBe("changed");
  const compared = await compareCaptures(who(reporter), subject, { to: retitled.base ?? "" });
  expect(compared?.comparison).toMatchObject({ page: { changes: 0 }, title: { changes: 1 } });
  pages.set(path, LINES.slice(1));
  await preservePage(who(reporter), slug);
  await runJobs();
  const [manual] = await listCaptures(who(reporter), subject);
  const same = await lookAgain();
  expect(same).toMatchObject({ result: "same", base: manual?.id });
  expect(await noticesOf(who(reporter), slug)).toHaveLength(1);
  await behind`update watches set next_look = now() where id = ${colleagues.id}`;
  await lookAtPage(colleagues.id, false);
  expect(await findWatch(who(colleague), colleagues.id)).toMatchObject({ result: "changed" });
});

test("a wall and a failure are told, are no change, and are compared with nothing", async () => {
  const { slug, subject, lookAgain } = await watchAt(LINES);
  const first = await lookAgain();
  expect(await lookAgain(503)).toMatchObject({ result: "wall", why: "status", base: first.base, failures: 0 });
  const hoursTo = async () =>
    (
      await behind`select round(extract(epoch from next_look - looked_at) / 3600)::int as hours from watches where id = ${first.id}`
    )[0]?.hours;
  expect(await hoursTo()).toBe(24);
  for (const [failures, hours] of [
    [1, 1],
    [2, 4],
    [3, 16],
    [4, 24],
    [5, 48],
  ]) {
    expect(await lookAgain(0)).toMatchObject({ result: "failed", why: "connection", base: first.base, failures });
    expect(await hoursTo()).toBe(hours);
  }
  expect(await lookAgain(LINES)).toMatchObject({ result: "same", failures: 0 });
  expect(await listCaptures(who(reporter), subject)).toHaveLength(1);
  expect(await noticesOf(who(reporter), slug)).toEqual([]);
  vi.stubEnv("FETCH_ALLOWED", "");
  expect(await lookAgain()).toMatchObject({ result: "failed", why: "port", failures: 0 });
});

test("what somebody clicks away is no alarm for them, until they take the rule back", async () => {
  const lines = (degrees: number) => [...LINES, `Temperature in The Hague: ${degrees} degrees`];
  const { id, slug, lookAgain } = await watchAt(lines(8));
  await lookAgain();
  expect((await lookAgain(lines(9))).result).toBe("changed");
  expect((await changeRules(who(reporter), id, ["temperature in the hague: # degrees"], true)).ignored).toHaveLength(
    1,
  );
  expect((await lookAgain(lines(10))).result).toBe("same");
  expect((await lookAgain(lines(11).map((line) => line.replace("Rotterdam", "Utrecht")))).result).toBe("changed");
  await changeRules(who(reporter), id, ["temperature in the hague: # degrees"], false);
  expect((await lookAgain(lines(12).map((line) => line.replace("Rotterdam", "Utrecht")))).result).toBe("changed");
  expect(await noticesOf(who(reporter), slug)).toHaveLength(3);
});

test("a watch begins with the copy that is there, is one for a person, pauses, goes on and ends", async () => {
  pages.set("/there", LINES);
  const { slug } = await makeEvidence(who(reporter), { url: `http://${here}/there` });
  await preservePage(who(reporter), slug);
  await runJobs();
  const [copy] = await listCaptures(who(reporter), { kind: "evidence", slug });
  const { id } = await watchPage(who(reporter), { evidence: slug, every: "weekly" });
  expect(await watchPage(who(reporter), { evidence: slug, every: "daily" })).toEqual({ id });
  const other = await watchPage(who(colleague), { evidence: slug, every: "weekly" });
  pages.set("/there", LINES.slice(1));
  await runJobs();
  // Each is told by their own watch.
  for (const [actor, own] of [
    [who(reporter), id],
    [who(colleague), other.id],
  ] as const) {
    expect(await findWatch(actor, own)).toMatchObject({ result: "changed" });
    expect(await noticesOf(actor, slug)).toHaveLength(1);
  }
  const [, , oldest] = await listCaptures(who(reporter), { kind: "evidence", slug });
  expect(oldest?.id).toBe(copy?.id);
  const pause = { state: "paused" as const };
  await expect(changeWatch(who(colleague), id, pause)).rejects.toMatchObject({ kind: "forbidden" });
  expect(await changeWatch(who(editor), id, pause)).toMatchObject({ state: "paused", nextLook: null });
  const before = asked;
  await runJobs();
  expect(asked).toBe(before);
  expect((await changeWatch(who(reporter), id, { state: "active", every: "weekly" })).every).toBe("weekly");
  await runJobs();
  expect(asked).toBe(before + 1);
  await changeWatch(who(reporter), id, { state: "ended" });
  expect(await findOwnWatch(who(reporter), slug)).toBe(null);
  expect((await listWatches(who(editor))).map((watch) => watch.id)).not.toContain(id);
  await expect(changeWatch(who(reporter), id, { state: "active" })).rejects.toMatchObject({ name: "Invalid" });
  await expect(listWatches(who(manager))).rejects.toMatchObject({ kind: "forbidden" });
});

test("one watch looks once at a time, what a killed process left is looked at by the next, and nobody looks for one who left", async () => {
  const { id, slug, lookAgain } = await watchAt(LINES);
  // Another look of this watch is at work.
  await behind.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(20221203, hashtext(${id}))`;
    await runJobs();
    expect((await findWatch(who(reporter), id)).result).toBe(null);
  });
  await runJobs();
  expect((await findWatch(who(reporter), id)).result).toBe("first");
  // Marked as worked on by a process that is gone.
  await behind`update watches set next_look = now() where id = ${id}`;
  await behind`select graphile_worker.add_job('look_at_page', json_build_object('watch', ${id}::text), max_attempts => 1, job_key => ${`look ${id}`})`;
  await behind`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool of one that was killed', attempts = 1`;
  await runJobs();
  expect((await findWatch(who(reporter), id)).result).toBe("same");
  const before = asked;
  await behind`update people set disabled_at = now() where id = ${who(reporter).id}`;
  await behind`update watches set next_look = now() where id = ${id}`;
  await runJobs();
  expect(asked).toBe(before);
  await behind`update people set disabled_at = null where id = ${who(reporter).id}`;
  expect((await lookAgain()).result).toBe("same");
  // Of a text that was withdrawn nothing is left to compare with: the next look begins anew, and is no alarm.
  const [text] = (await listAttachments(who(reporter), { kind: "evidence", slug })).filter(
    ({ type }) => type === "text/plain",
  );
  await withdrawAttachment(who(reporter), text?.id ?? "", "Not ours to keep");
  expect((await lookAgain(LINES.slice(1))).result).toBe("first");
  expect(await noticesOf(who(reporter), slug)).toEqual([]);
});
