import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { disablePerson, setPasswordHash, setRole } from "@/db/access/accounts/people";
import { openSession, revokeSession } from "@/db/access/accounts/sessions";
import { listLiveEventsSince, notifyDesk, subscribeToChanges } from "@/db/access/discussion/live-events";
import { transitionRecord } from "@/db/access/workflow/transitions";
import { db, transaction } from "@/db/client";
import { people } from "@/db/schema";
import { makeActor, makeEvent } from "@/db/testing/make";
import type { Actor } from "@/lib/workflow/actor";
import { deskStream } from "./stream";

let editor: Actor;
let reporter: Actor;

beforeAll(async () => {
  [editor, reporter] = [await makeActor("editor"), await makeActor("reporter")];
  await db.update(people).set({ passwordHash: "may sign in" });
});

/** A stream, read up to what is waited for. */
async function open(actor: Actor, { lastSeq = null as number | null, heartbeat = 30 } = {}) {
  const sid = await openSession(actor.id);
  const gone = new AbortController();
  const answer = await deskStream({ actor, sid, lastSeq, signal: gone.signal, heartbeat });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const text = new TextDecoder();
  let read = "";
  let over = false;
  const until = async (isThere: () => boolean) => {
    while (!isThere() && !over) {
      const { value, done } = await reader.read();
      if (done) over = true;
      else read += text.decode(value, { stream: true });
    }
    return read;
  };
  return {
    answer,
    sid,
    gone,
    upTo: (word: string) => until(() => read.includes(word)),
    toItsEnd: () => until(() => false),
  };
}

test("another person's write is told with its kind, its id and its place, and nothing of what it says", async () => {
  const stream = await open(editor);
  expect(stream.answer.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.answer.headers.get("cache-control")).toContain("no-transform");
  await stream.upTo("still here");
  const { id } = await makeEvent(reporter, { title: "A secret title" });
  const { head } = await listLiveEventsSince(editor, null);
  const text = await stream.upTo(id);
  expect(text).toContain(`id: ${head}\nevent: change\ndata: {"kind":"event","id":"${id}","seq":${head}}\n\n`);
  expect(text).not.toContain("secret");
  stream.gone.abort();
});

test("who comes back is told what was written meanwhile, and no more", async () => {
  const { head } = await listLiveEventsSince(editor, null);
  const { id, slug } = await makeEvent(reporter);
  await transitionRecord(reporter, "event", slug, "submit");
  const stream = await open(editor, { lastSeq: head });
  const text = await stream.upTo(`"seq":${Number(head) + 2}`);
  expect(text.match(/event: change/g)).toHaveLength(2);
  expect(text).toContain(id);
  stream.gone.abort();
});

test("what is rolled back is told to nobody", async () => {
  const stream = await open(editor);
  await stream.upTo("still here");
  const failed = transaction(async () => {
    await makeEvent(reporter, { slug: "never" });
    throw new Error("second thoughts");
  });
  await expect(failed).rejects.toThrow("second thoughts");
  const { id } = await makeEvent(reporter);
  expect((await stream.upTo(id)).match(/event: change/g)).toHaveLength(1);
  stream.gone.abort();
});

test("it ends at the next heartbeat after a sign-out, and after the account was disabled", async () => {
  const signedOut = await open(editor);
  await signedOut.upTo("hello");
  await revokeSession(signedOut.sid);
  await signedOut.toItsEnd();
  const leaver = await makeActor("reporter");
  await db.update(people).set({ passwordHash: "may sign in" });
  const disabled = await open(leaver);
  await disabled.upTo("still here");
  await disablePerson("console", leaver.email);
  await disabled.toItsEnd();
});

test("it ends the moment its session, account or role changes, with nothing of the desk after that", async () => {
  const later = { heartbeat: 600_000 };
  const changes: ((person: Actor, sid: string) => Promise<void>)[] = [
    (_person, sid) => revokeSession(sid),
    ({ email }) => disablePerson("console", email),
    ({ email }) => setRole("console", email, "manager"),
    ({ email }) => setPasswordHash("console", email, "another"),
  ];
  for (const change of changes) {
    const person = await makeActor("reporter");
    await db.update(people).set({ passwordHash: "may sign in" });
    const stream = await open(person, later);
    await stream.upTo("hello");
    await change(person, stream.sid);
    await makeEvent(reporter);
    expect(await stream.toItsEnd()).not.toContain("event: change");
  }
  const other = await open(editor, later);
  await other.upTo("hello");
  await disablePerson("console", (await makeActor("reporter")).email);
  const { id } = await makeEvent(reporter);
  expect(await other.upTo(id)).not.toContain("person");
  other.gone.abort();
});

test("a reader who takes nothing is dropped once too much waits for them", async () => {
  const stream = await open(editor, { heartbeat: 600_000 });
  await stream.upTo("hello");
  const ids = Array.from({ length: 900 }, () => randomUUID());
  let lastIsTold = () => {};
  const allAreTold = new Promise<void>((resolve) => {
    lastIsTold = resolve;
  });
  const silence = await subscribeToChanges(reporter, (event) => event?.id === ids.at(-1) && lastIsTold());
  await transaction(async (tx) => {
    for (const id of ids) await notifyDesk(tx, { kind: "comment", id });
  });
  await allAreTold;
  silence();
  expect((await stream.toItsEnd()).match(/event: change/g)?.length).toBeLessThan(900);
});

test("the fifth page of one person takes the place of the first, which is told to stay away", async () => {
  const first = await open(editor, { heartbeat: 60_000 });
  const others = [];
  for (let page = 2; page <= 5; page += 1) others.push(await open(editor, { heartbeat: 60_000 }));
  expect(await first.toItsEnd()).toContain("event: leave");
  for (const stream of others) stream.gone.abort();
});

test("a manager hears nothing", async () => {
  await expect(open(await makeActor("manager"))).rejects.toThrow("A manager may not read drafts.");
});
