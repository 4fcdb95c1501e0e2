import type { RecordKind, RecordState } from "@/lib/records/editorial";
import { RECORD_INPUTS } from "@/lib/records/record-input";
import { replyEntryInput } from "@/lib/records/reply-status";
import { RESPONSE_KINDS } from "@/lib/records/response";
import { STATION_STATUSES } from "@/lib/records/status";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { TRANSITION_NAMES, TRANSITIONS, type Transition } from "@/lib/workflow/workflow";
import type { RecordInputs } from "../access/record-mappers";
import { recordOne, reviseOne } from "../access/record-one";
import { findRecord } from "../access/records/record-snapshot";
import { recordReplyEntry } from "../access/replies/replies";
import { waiveReply } from "../access/replies/waivers";
import { transitionRecord } from "../access/workflow/transitions";

const KINDS = [
  ...["evidence", "evidence", "evidence", "station", "station", "claim", "claim"],
  ...["response", "response", "status_report", "status_report", "reply_request", "coverage", "event"],
] as const as readonly Exclude<RecordKind, "organization">[];
const COUNTRIES = ["IT", "NL", "CA", "FR"];
const ORGANIZATIONS = ["org-it", "org-nl", "org-ca", "org-none"];
/** What most others rest on: taken away, nothing of theirs would be public, and nothing left to count. */
const FOUNDATIONS: ReadonlySet<string> = new Set(["org-it", "org-nl", "first-evidence"]);
const LEADS_ON: Partial<Record<RecordState, Transition>> = {
  draft: "submit",
  in_review: "approve",
  approved: "publish",
  changes_requested: "submit",
  trashed: "restore",
};

/** The same numbers again for the same seed, from 0 up to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Known = { readonly kind: RecordKind; readonly slug: string; state: RecordState };
type Writers = { readonly reporter: Actor; readonly editors: readonly [Actor, Actor, Actor] };

/** Writes at random what figures are counted from, through the functions that everybody uses. */
export class RandomWriter {
  readonly #known: Known[] = [];
  #made = 0;

  constructor(
    private readonly writers: Writers,
    private readonly random: () => number,
  ) {}

  #below = (most: number) => Math.floor(this.random() * most);
  #one = <T>(of: readonly T[]): T => of[this.#below(of.length)] as T;
  #maybe = (chance: number) => this.random() < chance;

  async begin(): Promise<void> {
    const organizations = [
      ["org-it", "IT"],
      ["org-nl", "NL"],
      ["org-ca", "CA"],
      ["org-none", null],
    ] as const;
    for (const [slug, country] of organizations) {
      await this.#record("organization", slug, { name: slug, kind: "ministry", country });
      for (const step of ["submit", "approve", "publish"] as const) {
        if (slug === "org-ca") break;
        await transitionRecord(this.writers.editors[0], "organization", slug, step, { ticked: "all" });
      }
    }
    await this.#record("station", "first-station", this.#contentOf("station"));
    await this.#record("evidence", "first-evidence", {
      title: "First",
      kind: "report",
      published: "2022-09-12",
      url: "https://example.org/first",
    });
    for (const step of ["submit", "approve", "publish"] as const) {
      await transitionRecord(this.writers.editors[1], "evidence", "first-evidence", step, { ticked: "all" });
    }
  }

  /** Tries one write, or takes a record several steps on. @returns how many writes that was: much is refused, as it should be */
  async write(): Promise<number> {
    try {
      const chance = this.random();
      if (chance < 0.4) await this.#recordSomething();
      else if (chance < 0.55) await this.#revise();
      else if (chance < 0.62) await this.#answer();
      else if (chance < 0.8) await this.#move();
      else return await this.#advance();
      return 1;
    } catch (error) {
      if (error instanceof Refusal || error instanceof Invalid) return 0;
      throw error;
    }
  }

  async #recordSomething() {
    const kind = this.#one(KINDS);
    await this.#record(kind, `${kind.replace("_", "-")}-${++this.#made}`, this.#contentOf(kind));
  }

  async #record(kind: RecordKind, slug: string, content: Record<string, unknown>) {
    await recordOne(this.writers.reporter, kind, { slug, input: parsed(kind, content) });
    this.#known.push({ kind, slug, state: "draft" });
  }

  async #revise() {
    const { kind, slug } = this.#one(this.#known);
    const content =
      kind === "organization"
        ? { name: slug, kind: "ministry", country: this.#one(COUNTRIES) }
        : this.#contentOf(kind);
    const { version } = await findRecord(this.writers.reporter, kind, slug);
    await reviseOne(this.writers.reporter, kind, { slug, input: parsed(kind, content), basedOn: version });
  }

  async #move() {
    const record = this.#one(this.#known.filter(({ slug }) => !FOUNDATIONS.has(slug)));
    const usual = LEADS_ON[record.state];
    await this.#step(record, usual && this.#maybe(0.5) ? usual : this.#one(TRANSITION_NAMES));
  }

  async #advance(): Promise<number> {
    const record = this.#one(this.#known);
    let steps = 0;
    for (let step = LEADS_ON[record.state]; step; step = LEADS_ON[record.state]) {
      const isTaken = await this.#step(record, step).then(
        () => true,
        () => false,
      );
      if (!isTaken) break;
      steps += 1;
    }
    return steps;
  }

  async #step(record: Known, step: Transition) {
    const editor = this.#one(this.writers.editors);
    const { kind, slug } = record;
    if (step === "publish" && (kind === "station" || kind === "claim")) {
      await waiveReply(editor, kind, slug, "Nobody left to ask").catch(() => undefined);
    }
    await transitionRecord(editor, kind, slug, step, { ticked: "all", reason: "As told", note: "It was wrong." });
    record.state = TRANSITIONS[step].to;
  }

  async #answer() {
    const request = this.#one(this.#of("reply_request"));
    const kind = this.#one(["answer", "answer", "decline", "reminder", "acknowledgement"]);
    const isAnswer = kind === "answer" || (kind === "decline" && this.#maybe(0.5));
    const response = isAnswer ? this.#one(this.#of("response")) : null;
    const input = { kind, happenedOn: this.#day("2022-10-10"), dueOn: null, response, note: null };
    await recordReplyEntry(this.writers.reporter, request, replyEntryInput.parse(input));
  }

  #of(kind: RecordKind): string[] {
    const slugs = this.#known.filter((record) => record.kind === kind).map(({ slug }) => slug);
    if (slugs.length === 0) throw Refusal.notFound();
    return slugs;
  }

  #day = (from = "2022-08-20") =>
    new Date(Date.parse(from) + this.#below(150) * 86_400_000).toISOString().slice(0, 10);

  #date(): string | null {
    const day = this.#day();
    return this.#one([day, day, day, day, day.slice(0, 7), day.slice(0, 4), `${day}/..`, `2021/${day}`, null]);
  }

  #contentOf(kind: Exclude<RecordKind, "organization">): Record<string, unknown> {
    const country = this.#one(COUNTRIES);
    const countries = COUNTRIES.filter(() => this.#maybe(0.35));
    const note = `${++this.#made}`;
    const some = (which: RecordKind) => (this.#maybe(0.6) ? [this.#one(this.#of(which))] : []);
    switch (kind) {
      case "evidence":
        return {
          title: "Item",
          url: "https://example.org/item",
          kind: this.#one(["article", "report", "photo"]),
          language: this.#one(["nl", "it", null]),
          published: this.#date(),
          countries,
          sharing: this.#one(["CLEAR", "CLEAR", "GREEN", "AMBER", "RED"]),
          stations: some("station"),
          note,
        };
      case "station":
        return {
          name: "Station",
          kind: "other",
          country,
          firstReported: this.#date(),
          ...(this.#maybe(0.6)
            ? {
                latitude: 40 + this.#below(20),
                longitude: this.#below(40) - 20,
                locationPrecision: "city",
                publicPrecision: "city",
              }
            : {}),
          note,
        };
      case "claim":
        return {
          proposition: "So many",
          subject: this.#one(["station_count", "station_count", "existence", "closure"]),
          scope: "country",
          country,
          position: this.#one(["asserts", "asserts", "denies", "retracts"]),
          valueNumber: this.#below(12),
          claimants: [this.#one(ORGANIZATIONS)],
          asserted: this.#day(),
          stances: [{ evidence: "first-evidence" }],
          note,
        };
      case "response":
        return {
          authority: this.#one(ORGANIZATIONS),
          kind: this.#one(RESPONSE_KINDS),
          summary: "They said",
          given: this.#date(),
          countries,
          stations: some("station"),
          evidence: ["first-evidence"],
          note,
        };
      case "status_report":
        return {
          station: this.#one(this.#of("station")),
          status: this.#one(STATION_STATUSES),
          asOf: this.#date(),
          ...(this.#maybe(0.5) ? { evidence: "first-evidence" } : { response: this.#one(this.#of("response")) }),
          note,
        };
      case "reply_request": {
        const sent = this.#maybe(0.8) ? this.#day() : null;
        return {
          respondent: this.#one(ORGANIZATIONS),
          questions: "Is it so?",
          channel: "email",
          sentOn: sent,
          dueOn: sent && "2023-06-01",
          stations: some("station"),
          note,
        };
      }
      case "coverage":
        return { country: this.#one(["DE", "BE", country]), asOf: this.#date(), evidence: ["first-evidence"], note };
      case "event":
        return { title: "It happened", kind: "publication", country, occurred: this.#date(), note };
      default:
        throw new Error(`Nobody knows what a ${kind} is.`);
    }
  }
}

const parsed = <Kind extends RecordKind>(kind: Kind, content: Record<string, unknown>): RecordInputs[Kind] =>
  RECORD_INPUTS[kind].parse(content) as RecordInputs[Kind];
