"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server, without JavaScript, and until the page answers to the keyboard. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
