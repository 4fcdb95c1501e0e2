import type { ServerResponse } from "node:http";

const PATIENCE = 6000;

/** Whether this process was asked to end: it finishes what it has begun, and begins nothing. */
export const closing = { isClosing: false };

const open = new Set<ServerResponse>();

/** Counts an answer among those that are waited for at the end. */
export function noteOpen(response: ServerResponse): void {
  open.add(response);
  response.once("close", () => {
    open.delete(response);
    if (closing.isClosing && open.size === 0) leave();
  });
}

let leave: () => void = () => undefined;

/** Where Next was told to leave the signals to us: it would stop listening at once, and a new request would find nobody. */
export function closeOnSignal(): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  for (const [signal, code] of [["SIGTERM", 143] as const, ["SIGINT", 130] as const]) {
    process.once(signal, () => {
      closing.isClosing = true;
      leave = () => process.exit(code);
      if (open.size === 0) leave();
      setTimeout(leave, PATIENCE);
    });
  }
}
