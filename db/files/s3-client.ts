import { createHash } from "node:crypto";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { setTimeout as after } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { Unavailable } from "../connection/unavailable";
import { ReadableError } from "../readable-error";
import type { S3Location } from "./storage-url";

/** The standard variables of AWS. */
export type S3Variables = {
  readonly AWS_ACCESS_KEY_ID?: string | undefined;
  readonly AWS_SECRET_ACCESS_KEY?: string | undefined;
  readonly AWS_SESSION_TOKEN?: string | undefined;
  readonly AWS_REGION?: string | undefined;
};
type Ask = {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** SHA-256 of the body, where it is known; the service holds what arrives against it. */
  readonly sha256?: string;
};

/** Milliseconds: without a byte either way, and before each further try. */
const [SILENCE, WAITS] = [30_000, [200, 800, 2500]];
/** Answers after which the same request may be answered well. */
const PASSING = [409, 429, 500, 502, 503, 504];

/** Whoever plays a film holds one for as long. */
const KEPT_ALIVE = { keepAlive: true, maxSockets: 256 };
const AGENTS = { "http:": new http.Agent(KEPT_ALIVE), "https:": new https.Agent(KEPT_ALIVE) };

/** What the service refused, by its own words. */
export class S3Refusal extends Error {
  override name = "S3Refusal";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Requests to one bucket, signed (AWS Signature 4); those that failed in passing are tried again. */
export class S3Client {
  readonly prefix: string;
  private readonly root: URL;
  private readonly signing: Omit<ConstructorParameters<typeof AwsV4Signer>[0], "url">;

  /** @throws ReadableError without credentials in the standard variables of AWS */
  constructor(location: S3Location, variables: S3Variables) {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = variables;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
      throw new ReadableError("STORAGE_URL names a bucket: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    }
    this.prefix = location.prefix;
    const region = location.region ?? (variables.AWS_REGION || "us-east-1");
    this.root = rootOf(location, region);
    this.signing = {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
      service: "s3",
      region,
      cache: new Map(),
    };
  }

  /** Where it asks, for whoever runs the installation. */
  get address(): string {
    return this.root.href;
  }

  /**
   * @param name below the prefix; empty for the bucket itself
   * @returns the answer, of which the body is yet to be read
   * @throws S3Refusal; Unavailable when the service does not answer, however often it is asked
   */
  async send(method: string, name: string, ask: Ask = {}): Promise<IncomingMessage> {
    for (const wait of [...WAITS, null]) {
      try {
        const answer = await this.ask(method, name, ask);
        const { statusCode: status = 500 } = answer;
        if (status < 300) return answer;
        const refusal = await refusalOf(status, answer);
        if (!PASSING.includes(status)) throw refusal;
        if (wait === null) throw away(refusal);
      } catch (error) {
        if (error instanceof S3Refusal || error instanceof Unavailable) throw error;
        if (wait === null) throw away(error);
      }
      await after(wait);
    }
    throw new Error("A request to the storage had no end.");
  }

  /** The same, for an answer that is a text. */
  async sendForText(method: string, name: string, ask?: Ask): Promise<{ text: string; answer: IncomingMessage }> {
    const answer = await this.send(method, name, ask);
    return { text: await textOf(answer), answer };
  }

  private async ask(method: string, name: string, { query = {}, headers = {}, body, sha256 }: Ask) {
    const url = new URL(this.root);
    // Of a bucket in the path itself, servers read the signed address without the slash.
    if (!name) url.pathname = url.pathname.replace(/(?<=.)\/$/, "");
    else url.pathname += `${this.prefix}${name}`.split("/").map(encodeURIComponent).join("/");
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    const hash =
      sha256 ??
      createHash("sha256")
        .update(body ?? "")
        .digest("hex");
    const signer = new AwsV4Signer({
      ...this.signing,
      method,
      url: url.href,
      headers: { ...headers, "x-amz-content-sha256": hash },
    });
    const signed = await signer.sign();
    return exchange(
      signed.url,
      { method, headers: { ...Object.fromEntries(signed.headers), "content-length": String(body?.length ?? 0) } },
      body,
    );
  }
}

function rootOf({ bucket, endpoint, usePathStyle }: S3Location, region: string): URL {
  const root = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`);
  if (!root.pathname.endsWith("/")) root.pathname += "/";
  if (usePathStyle) root.pathname += `${bucket}/`;
  else root.hostname = `${bucket}.${root.hostname}`;
  return root;
}

function exchange(url: URL, options: http.RequestOptions, body: Buffer | undefined): Promise<IncomingMessage> {
  const protocol = url.protocol as keyof typeof AGENTS;
  const { request } = protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, agent: AGENTS[protocol], timeout: SILENCE }, resolve);
    asked.on("timeout", () => asked.destroy(new Error("The storage said nothing for half a minute.")));
    asked.on("error", reject);
    asked.end(body);
  });
}

const textOf = async (answer: IncomingMessage) => (await answer.setEncoding("utf8").toArray()).join("");

async function refusalOf(status: number, answer: IncomingMessage): Promise<S3Refusal> {
  const text = await textOf(answer);
  const [code = String(status)] = valuesOf(text, "Code");
  const [message = `The storage answered ${status}`] = valuesOf(text, "Message");
  return new S3Refusal(status, code, `${message} (${code})`);
}

const away = (cause: unknown) =>
  new Unavailable("The storage of files can't be reached. Try again in a moment.", { cause });

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The texts of all elements of this name; of XML without attributes, as S3 answers. */
export function valuesOf(xml: string, name: string): string[] {
  const found = xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"));
  return [...found].map(([, text = ""]) =>
    text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, entity) =>
      entity
        ? (ENTITIES[entity] ?? whole)
        : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    ),
  );
}
