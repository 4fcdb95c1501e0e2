import { setTimeout as pause } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { CONSOLE } from "@/db/access/accounts/account-keeper";
import { createPerson } from "@/db/access/accounts/people";
import { openSession } from "@/db/access/accounts/sessions";

/** A write that was answered as done, and what was said of it. */
export type Acknowledged = {
  readonly key: string;
  /** In the record's title when it was recorded, in its note when it was revised; in no other write. */
  readonly text: string;
  readonly effect: "recorded" | "revised";
  readonly slug: string;
  readonly version: number;
};
type DrillWriters = {
  readonly acknowledged: readonly Acknowledged[];
  /** How often each status was answered; 0: no answer. */
  readonly statuses: Readonly<Record<number, number>>;
  /** What was neither done nor a reason to come again. */
  readonly refused: readonly string[];
  /** Lets each writer have their last write answered, for at most so many milliseconds. @returns how many got no answer */
  readonly end: (patience: number) => Promise<number>;
};

type Site = { readonly base: string; readonly secret: string };
type Sent = { method: "POST" | "PATCH"; path: string; body: object; text: string };
const [COME_AGAIN, LONGEST_PAUSE] = [new Set([0, 429, 500, 502, 503]), 1000];
/** Every third write is sent twice at once, as an impatient proxy does. */
const TWIN = 3;

/** So many people who record events and revise them, each write with a key of its own, sent until it is answered. */
export async function startWriters(site: Site, count: number): Promise<DrillWriters> {
  const cookies: string[] = [];
  for (let n = 1; n <= count; n += 1) cookies.push(await signInWriter(site.secret, n));
  const acknowledged: Acknowledged[] = [];
  const statuses: Record<number, number> = {};
  const refused: string[] = [];
  const unanswered = new Set<string>();
  const [over, givenUp] = [new AbortController(), new AbortController()];
  const ask = async (cookie: string, key: string, { method, path, body }: Sent) => {
    const headers = { cookie, "content-type": "application/json", "idempotency-key": key };
    const signal = AbortSignal.any([givenUp.signal, AbortSignal.timeout(20_000)]);
    const init = { method, headers, body: JSON.stringify(body), signal };
    const answer = await fetch(site.base + path, init)
      .then(async (got) => {
        const text = await got.text();
        return { status: got.status, text, after: Number(got.headers.get("retry-after")) };
      })
      .catch(() => ({ status: 0, text: "", after: 0 }));
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    return answer;
  };
  const send = async (cookie: string, key: string, sent: Sent, twice: boolean): Promise<Acknowledged | null> => {
    unanswered.add(key);
    while (!givenUp.signal.aborted) {
      const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => ask(cookie, key, sent)));
      const done = answers.filter(({ status }) => status === 200 || status === 201);
      const [first, other] = done;
      if (first && other && first.text !== other.text) refused.push(`${key} had two answers`);
      if (first) {
        unanswered.delete(key);
        const written = { ...JSON.parse(first.text), key, text: sent.text } as Acknowledged;
        acknowledged.push(written);
        return written;
      }
      const wrong = answers.find(({ status }) => !COME_AGAIN.has(status));
      if (wrong) {
        unanswered.delete(key);
        refused.push(`${key}: ${wrong.status} ${wrong.text.slice(0, 200)}`);
        return null;
      }
      await pause(Math.min(LONGEST_PAUSE, 50 + 1000 * (answers[0]?.after ?? 0)));
    }
    return null;
  };
  const write = async (cookie: string, n: number) => {
    for (let turn = 1; !over.signal.aborted; turn += 1) {
      const text = `Drill of writer ${n} in turn ${turn}`;
      const made = { method: "POST", path: "/api/v1/events", body: { title: text, kind: "incident" }, text } as const;
      const event = await send(cookie, `drill-${n}-${turn}`, made, turn % TWIN === 0);
      if (!event) continue;
      const note = `${text}, revised`;
      const body = { basedOn: event.version, note };
      const revised = { method: "PATCH", path: `/api/v1/events/${event.slug}`, body, text: note } as const;
      await send(cookie, `drill-${n}-${turn}-revised`, revised, turn % TWIN === 1);
    }
  };
  const writing = Promise.all(cookies.map(write));
  const end = async (patience: number) => {
    over.abort();
    const timer = setTimeout(() => givenUp.abort(), patience);
    await writing;
    clearTimeout(timer);
    return unanswered.size;
  };
  return { acknowledged, statuses, refused, end };
}

/** A person of their own, signed in. @returns the cookie */
export async function signInWriter(secret: string, n: number): Promise<string> {
  const person = { name: `Writer ${n}`, email: `writer-${n}@drill.example`, role: "reporter" as const };
  const id = await createPerson(CONSOLE, { ...person, passwordHash: "none that anybody knows" });
  return `next-auth.session-token=${await encode({ token: { sid: await openSession(id) }, secret })}`;
}
