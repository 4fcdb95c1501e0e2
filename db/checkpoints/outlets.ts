import { createTransport } from "nodemailer";

export type OutletSettings = {
  /** Gets every checkpoint by POST. */
  readonly webhook?: string | undefined;
  /** Gets every checkpoint by mail, through the server at `smtp`. */
  readonly mail?: string | undefined;
  /** smtp:// or smtps://, with name and password where the server wants them. */
  readonly smtp?: string | undefined;
  /** Where the mail comes from; not given: the address that it goes to. */
  readonly from?: string | undefined;
};

/** Milliseconds before each further try, the last one for good. */
const PAUSES = [30_000, 120_000, 600_000, 3_600_000] as const;
const PATIENCE = 10_000;

/**
 * A way out of this house. A checkpoint speaks of all before it: of several that could not be sent, the newest goes. Nobody
 * waits for it, and a failure is said and tried again.
 */
export class Outlet {
  private due: string | undefined;
  private sending: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;

  constructor(
    /** Its setting. */
    readonly name: string,
    private readonly deliver: (note: string) => Promise<void>,
    private readonly log: (line: string) => void,
    private readonly pauses: readonly number[] = PAUSES,
  ) {}

  send(note: string): void {
    this.due = note;
    this.begin();
  }

  /** Returns when what was being sent has arrived or failed. */
  async settle(): Promise<void> {
    await this.sending;
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
  }

  private async sendAll(): Promise<void> {
    while (this.due !== undefined) {
      const note = this.due;
      try {
        await this.deliver(note);
      } catch (error) {
        const pause = this.pauses[Math.min(this.failures++, this.pauses.length - 1)] ?? PATIENCE;
        this.log(
          `The checkpoint did not reach ${this.name}: ${(error as Error).message}. It is sent again in ${Math.round(pause / 1000)} s.`,
        );
        this.timer = setTimeout(() => this.begin(), pause).unref();
        return;
      }
      if (this.failures > 0) this.log(`The checkpoint has reached ${this.name}.`);
      this.failures = 0;
      if (this.due === note) this.due = undefined;
    }
  }
}

/** The ways that are set, each by its setting. */
export function openOutlets({ webhook, mail, smtp, from }: OutletSettings, log: (line: string) => void): Outlet[] {
  return [
    ...(webhook ? [new Outlet("CHECKPOINT_WEBHOOK", (note) => postNote(webhook, note), log)] : []),
    ...(mail && smtp ? [new Outlet("CHECKPOINT_MAIL", mailer(smtp, from ?? mail, mail), log)] : []),
  ];
}

async function postNote(webhook: string, note: string): Promise<void> {
  const answer = await fetch(webhook, {
    method: "POST",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: note,
    signal: AbortSignal.timeout(PATIENCE),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}

function mailer(smtp: string, from: string, to: string): (note: string) => Promise<void> {
  const limits = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const transport = createTransport({ url: smtp, ...limits });
  return async (note) => {
    const [origin, size] = note.split("\n");
    const subject = `Checkpoint ${size} of ${origin}`;
    // As a file too: a mail's text may be wrapped on its way, and then no signature holds.
    const attachments = [{ filename: `checkpoint-${size}.txt`, content: note, contentType: "text/plain" }];
    await transport.sendMail({ from, to, subject, text: note, attachments });
  };
}
