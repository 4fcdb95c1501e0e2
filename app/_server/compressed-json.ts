import { ServerResponse } from "node:http";

/**
 * Next hands a route's headers over as lists of one, and its own compressor takes no list for a type it knows: JSON of two
 * megabytes travelled unpacked, and a route can't pack it itself (Next drops its Content-Encoding). Only of JSON: a part of
 * a file must stay as it is.
 */
export function allowJsonCompression(): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function (name, value) {
    const [type, ...others] = Array.isArray(value) ? value : [];
    const isJson =
      name.toLowerCase() === "content-type" && type?.startsWith("application/json") && others.length === 0;
    return setHeader.call(this, name, isJson ? type : value);
  };
}

/**
 * Next sends the head of every answer by itself, and right after it the body. The head of JSON, which is there whole, waits for
 * the body, and both are one call of the system. (Next drops the length of an answer, so that the end of its chunks is another.)
 */
export function sendJsonWithItsHead(): void {
  const { flushHeaders } = ServerResponse.prototype;
  ServerResponse.prototype.flushHeaders = function () {
    if (!String(this.getHeader("content-type")).startsWith("application/json")) flushHeaders.call(this);
  };
}
