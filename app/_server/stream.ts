import "server-only";
import { findSession } from "@/db/access/accounts/sessions";
import { listLiveEventsSince, subscribeToChanges } from "@/db/access/discussion/live-events";
import { outsideRequest } from "@/db/client";
import type { Actor } from "@/lib/workflow/actor";
import type { LiveEvent } from "@/lib/workflow/live-event";

const HEARTBEAT = 20_000;
/** Bytes that wait for a reader who does not take them: then they are dropped, and come back when they can. */
const MOST_WAITING = 65_536;
/** A browser opens six connections to one place: its open pages must leave some for everything else. */
const MOST_EACH = 4;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // A proxy or a compressor that gathers or keeps it would hold the events back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

type Open = { readonly personId: string; readonly end: (why?: string) => void };

// On globalThis, since the development server evaluates this module anew after each change.
const KEY = Symbol.for("wederhoor.streams");
const shared = globalThis as typeof globalThis & { [KEY]?: Set<Open> };
const streams = openStreams();

function openStreams(): Set<Open> {
  if (shared[KEY]) return shared[KEY];
  const opened = new Set<Open>();
  shared[KEY] = opened;
  // The server waits at its end for what it still answers, and these would never have been answered.
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      for (const stream of opened) stream.end();
    });
  }
  return opened;
}

const written = ({ seq, ...event }: LiveEvent) =>
  `${seq === null ? "" : `id: ${seq}\n`}event: change\ndata: ${JSON.stringify({ ...event, seq })}\n\n`;

/** Whether the list of what came before the stream holds it. */
const isListed = (event: LiveEvent | null, head: number | null) =>
  event !== null && event.seq !== null && head !== null && event.seq <= head;

type Asking = { actor: Actor; sid: string; lastSeq: number | null; signal: AbortSignal; heartbeat?: number };

/**
 * Server-sent events of the desk's changes (WHATWG HTML, 9.2). `change` names what changed; `resync`: some were missed,
 * ask for all again; `leave`: another page of this person took the place, don't come back.
 * It ends with a sign-out, a disabled account or a change of role: the session is asked for again when something of its person
 * changes, before another word is sent, and at each heartbeat; and with its session's idle end, which it does not put off.
 */
export async function deskStream({ actor, sid, lastSeq, signal, heartbeat = HEARTBEAT }: Asking): Promise<Response> {
  // What is written between the question and the stream's first word is kept for it.
  const early: (LiveEvent | null)[] = [];
  let hear = (event: LiveEvent | null): unknown => early.push(event);
  const silence = await subscribeToChanges(actor, (event) => hear(event));
  const { events, head } = await listLiveEventsSince(actor, lastSeq).catch((error) => {
    silence();
    throw error;
  });
  const bytes = new TextEncoder();
  let end: (why?: string) => void = () => undefined;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const send = (text: string) => {
        controller.enqueue(bytes.encode(text));
        if ((controller.desiredSize ?? 0) < 0) end();
      };
      /** What is heard while it is not known whether the person may still hear it. */
      let held: (LiveEvent | null)[] | null = null;
      const askAgain = async () => {
        held ??= [];
        const person = await outsideRequest(() => findSession(sid, false)).catch(() => undefined);
        const kept = held ?? [];
        held = null;
        if (person === null || (person && person.role !== actor.role)) end();
        else if (streams.has(own)) for (const event of kept) hear(event);
        return streams.has(own);
      };
      hear = (event) => {
        if (event?.kind === "person") return event.id === actor.id && askAgain();
        if (held) return held.push(event);
        return streams.has(own) && send(event ? written(event) : "event: resync\ndata: {}\n\n");
      };
      const beat = setInterval(async () => {
        if (await askAgain()) send(": still here\n\n");
      }, heartbeat);
      beat.unref();
      end = (why) => {
        if (!streams.delete(own)) return;
        clearInterval(beat);
        silence();
        signal.removeEventListener("abort", onAbort);
        try {
          if (why) send(why);
          controller.close();
        } catch {
          // The reader was gone first.
        }
      };
      const own: Open = { personId: actor.id, end: (why) => end(why) };
      const onAbort = () => end();
      signal.addEventListener("abort", onAbort);
      makeRoom(actor.id);
      streams.add(own);
      send(`retry: 3000\n${head === null ? "" : `id: ${head}\n`}event: hello\ndata: {}\n\n`);
      for (const event of events) send(written(event));
      for (const event of early) if (!isListed(event, head)) hear(event);
      if (signal.aborted) end();
    },
    cancel: () => end(),
  };
  const body = new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }));
  return new Response(body, { headers: HEADERS });
}

function makeRoom(personId: string): void {
  const theirs = [...streams].filter((stream) => stream.personId === personId);
  for (const stream of theirs.slice(0, Math.max(0, theirs.length - MOST_EACH + 1))) {
    stream.end("event: leave\ndata: {}\n\n");
  }
}
