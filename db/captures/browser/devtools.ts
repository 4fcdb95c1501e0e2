import type { Readable, Writable } from "node:stream";

type Answer = Readonly<Record<string, unknown>>;
type Listener = (params: Answer, session: string | undefined) => void;
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** In bytes, of one message: a picture of a page is the longest, as base64. */
const LONGEST = 256 * 2 ** 20;

/** What a browser answered to a command with an error, or that it is gone. */
export class DevToolsError extends Error {
  override name = "DevToolsError";
}

/** The DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON, with a zero byte after each message. */
export class DevTools {
  private readonly waiting = new Map<number, (message: Message | null) => void>();
  private readonly listeners = new Map<string, Listener[]>();
  private parts: Buffer[] = [];
  private size = 0;
  private last = 0;
  /** The browser ended, and answers nothing any more. */
  isGone = false;

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    input.on("error", () => this.end());
    output.on("data", (part: Buffer) => this.read(part));
    for (const event of ["end", "error", "close"]) output.on(event, () => this.end());
  }

  /** @throws DevToolsError */
  async send<Result = Answer>(method: string, params: Answer = {}, sessionId?: string): Promise<Result> {
    if (this.isGone) throw new DevToolsError(`${method}: the browser is gone`);
    this.last += 1;
    const id = this.last;
    const answered = new Promise<Message | null>((resolve) => {
      this.waiting.set(id, resolve);
    });
    this.input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    const message = await answered;
    if (!message) throw new DevToolsError(`${method}: the browser is gone`);
    if (message.error) throw new DevToolsError(`${method}: ${message.error.message}`);
    return (message.result ?? {}) as Result;
  }

  on(method: string, listener: Listener): void {
    this.listeners.set(method, [...(this.listeners.get(method) ?? []), listener]);
  }

  /** Whoever waits for an answer is told that none comes. */
  end(): void {
    this.isGone = true;
    for (const tell of this.waiting.values()) tell(null);
    this.waiting.clear();
  }

  private read(part: Buffer): void {
    let rest = part;
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      this.take(Buffer.concat([...this.parts, rest.subarray(0, at)]).toString("utf8"));
      rest = rest.subarray(at + 1);
      this.parts = [];
      this.size = 0;
    }
    this.size += rest.length;
    if (this.size > LONGEST) this.end();
    else if (rest.length > 0) this.parts.push(rest);
  }

  private take(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id !== undefined) {
      this.waiting.get(message.id)?.(message);
      this.waiting.delete(message.id);
    } else if (message.method) {
      for (const listener of this.listeners.get(message.method) ?? [])
        listener(message.params ?? {}, message.sessionId);
    }
  }
}
