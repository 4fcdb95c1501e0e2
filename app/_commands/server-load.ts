import { Agent } from "node:http";
import net from "node:net";
import { text } from "node:stream/consumers";
import { answerOf, type PageAnswer } from "./page-measures";
import { cpuOfPostgres } from "./postgres-cpu";

const WARM_UP = 2;

export type RequestLoad = PageAnswer & {
  /** Milliseconds of CPU time of the site's server and of PostgreSQL, and statements, for one request. */
  readonly site: number;
  readonly database: number;
  readonly statements: number;
};

/** Asks a site with `server-meter.mjs`, and says what each answer costs its server and its database. */
export class ServerLoad {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly base: string,
    private readonly meter: string,
    private readonly postmaster: number,
  ) {}

  /** @param times so many requests are measured, one after another, after two that warm up */
  async measure(path: string, cookie: string, times: number): Promise<RequestLoad> {
    let answer = await this.#ask(path, cookie);
    // What fails, or takes seconds, is not asked for again and again.
    const started = performance.now();
    for (let n = 1; n < WARM_UP; n += 1) answer = await this.#ask(path, cookie);
    const isSlow = performance.now() - started > 2000;
    const count = answer.status >= 500 || isSlow ? 1 : times;
    const before = await this.#read();
    for (let n = 0; n < count; n += 1) answer = await this.#ask(path, cookie);
    const after = await this.#read();
    const each = (one: "site" | "database" | "statements") => (after[one] - before[one]) / count;
    return { ...answer, site: each("site"), database: each("database"), statements: each("statements") };
  }

  /** Bytes that the site's server has of the machine's memory. */
  async readMemory(): Promise<number> {
    return (await this.#read()).memory;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #read() {
    const { cpu, statements, memory } = JSON.parse(await text(net.connect(this.meter))) as {
      cpu: number;
      statements: number;
      memory: number;
    };
    return { site: cpu, statements, memory, database: await cpuOfPostgres(this.postmaster) };
  }

  #ask(path: string, cookie: string): Promise<PageAnswer> {
    return answerOf(this.base + path, cookie, this.#agent);
  }
}
