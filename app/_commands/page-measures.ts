import { type Agent, type IncomingMessage, request } from "node:http";

export type PageAnswer = {
  readonly status: number;
  /** Of the body unpacked. */
  readonly bytes: number;
};

/** Asks for a page as a browser does, or for an answer of the API. */
export function answerOf(url: string, cookie: string, agent: Agent): Promise<PageAnswer> {
  const accept = url.includes("/api/") ? "application/json" : "text/html";
  return new Promise((answered, failed) => {
    const asked = request(url, { agent, headers: { cookie, accept } }, (response) => {
      countBytes(response).then((bytes) => answered({ status: response.statusCode ?? 0, bytes }), failed);
    });
    asked.once("error", failed).end();
  });
}

async function countBytes(response: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return bytes;
}
