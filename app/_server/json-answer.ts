/** An answer of JSON that says how long it is, so that it leaves in one piece (`sendJsonWithItsHead`). */
export const jsonAnswer = (
  json: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response =>
  new Response(json, {
    status,
    headers: { ...headers, "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(json)) },
  });
