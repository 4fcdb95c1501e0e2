import type { ServerResponse } from "node:http";
import type { RequestScope } from "@/db/connection/request-scope";

/**
 * React gives a page no status of ours: one that failed since the database was away is a 500, and an action that says so
 * in its form is a 200. Before its head is sent such an answer becomes the 503 that it is.
 * @param replace answers in the place of the failed page, when it is given back what writes, and that may be later
 */
export function mendStatus(
  response: ServerResponse,
  scope: RequestScope,
  replace: (inPlace: (answer: () => void) => void) => void,
): void {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  const mustReplace = (status = response.statusCode) =>
    !isReplaced && !response.headersSent && status === 500 && scope.unavailable !== undefined;
  const replaceNow = () => {
    isReplaced = true;
    const discard = (...args: unknown[]) => {
      const done = args.find((arg) => typeof arg === "function");
      if (done) process.nextTick(done as () => void);
      return true;
    };
    const nothing = { writeHead: () => response, write: discard, end: () => response };
    Object.assign(response, nothing);
    replace((answer) => {
      Object.assign(response, { writeHead, write, end });
      for (const name of ["Content-Length", "Content-Encoding", "Transfer-Encoding", "ETag"])
        response.removeHeader(name);
      answer();
      Object.assign(response, nothing);
    });
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isReplaced) return response;
      if (mustReplace(status)) {
        replaceNow();
        return response;
      }
      if (scope.told && status < 300) response.setHeader("Retry-After", String(scope.told.retryAfter));
      const own = scope.told && status < 300 ? 503 : status;
      return Reflect.apply(writeHead, response, [own, ...rest]);
    },
    write: (...args: unknown[]) => {
      if (mustReplace()) replaceNow();
      return Reflect.apply(isReplaced ? response.write : write, response, args);
    },
    end: (...args: unknown[]) => {
      if (mustReplace()) replaceNow();
      return Reflect.apply(isReplaced ? response.end : end, response, args);
    },
  });
}
