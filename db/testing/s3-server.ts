import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import S3rver from "@20minutes/s3rver";

type S3Server = {
  /** As STORAGE_URL, and the credentials beside it. */
  readonly variables: { STORAGE_URL: string; AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string };
  /** How the next requests are answered, instead of by the server: with a status, or by an end of the line. */
  readonly faults: (number | "cut")[];
  close(): Promise<void>;
};

type Options = { readonly isConditional?: boolean; readonly prefix?: string };

/**
 * An S3 server for tests, which holds requests against their signatures and keeps its objects in a folder.
 * @param isConditional whether it refuses to write where something stands, as S3 does since 2024; s3rver itself does not know that
 */
export async function startS3Server(
  directory: string,
  { isConditional = true, prefix = "room/one" }: Options = {},
): Promise<S3Server> {
  const bucket = "evidence";
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: bucket }] });
  await s3.configureBuckets();
  const serve = s3.callback();
  const faults: S3Server["faults"] = [];
  /** By key, the conditional request that is being answered: what is looked for and what is written are one step. */
  const answering = new Map<string, Promise<unknown>>();
  const answerOnce = async (key: string, request: IncomingMessage, response: ServerResponse) => {
    if (await s3.store.existsObject(bucket, key)) {
      const body = "<Error><Code>PreconditionFailed</Code><Message>It is there.</Message></Error>";
      request.resume();
      response.writeHead(412, { "content-type": "application/xml" }).end(body);
      return;
    }
    const done = new Promise((end) => response.once("close", end));
    serve(request, response);
    await done;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const fault = faults.shift();
    if (fault === "cut") return request.socket.destroy();
    if (fault) return response.writeHead(fault).end();
    const key = decodeURIComponent(new URL(request.url ?? "", "http://s3").pathname.slice(bucket.length + 2));
    const isOnce = isConditional && request.headers["if-none-match"] === "*";
    if (isOnce) {
      const turn = (answering.get(key) ?? Promise.resolve()).then(() => answerOnce(key, request, response));
      answering.set(key, turn);
      return turn;
    }
    return serve(request, response);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    variables: {
      STORAGE_URL: `s3://${bucket}/${prefix}?endpoint=http://127.0.0.1:${port}&region=eu-west-1`,
      AWS_ACCESS_KEY_ID: "S3RVER",
      AWS_SECRET_ACCESS_KEY: "S3RVER",
    },
    faults,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
