/** An error whose message is written for the person at the terminal: commands print it without a stack and exit 1. */
export class ReadableError extends Error {
  override name = "ReadableError";
}
