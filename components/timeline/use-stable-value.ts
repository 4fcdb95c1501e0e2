import { useMemo } from "react";

/** What says the same is the same: the server's props come anew with each answer, and what is laid out from them must not. */
export function useStableValue<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}
