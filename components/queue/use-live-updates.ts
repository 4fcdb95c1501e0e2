"use client";

import { useEffect, useRef, useState } from "react";

/**
 * Calls `changed` whenever something of the desk's work changed, for as long as the page is looked at.
 * @returns whether the stream is open: while it isn't, ask by yourself
 */
export function useLiveUpdates(changed: () => void): boolean {
  const [isOpen, setOpen] = useState(false);
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  }, [changed]);
  useEffect(() => {
    let source: EventSource | null = null;
    // What changed while the page was on its way was told to nobody here.
    let wasAway = true;
    const close = () => {
      source?.close();
      source = null;
      setOpen(false);
    };
    const open = () => {
      if (source) return;
      const stream = new EventSource("/api/v1/stream");
      source = stream;
      stream.addEventListener("hello", () => {
        setOpen(true);
        if (wasAway) latest.current();
        wasAway = false;
      });
      for (const name of ["change", "resync"]) stream.addEventListener(name, () => latest.current());
      stream.addEventListener("leave", close);
      stream.onerror = () => {
        wasAway = true;
        setOpen(false);
      };
    };
    // A page that nobody looks at holds no connection: a browser has few of them.
    const look = () => {
      if (document.visibilityState === "visible") open();
      else {
        wasAway = true;
        close();
      }
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      close();
    };
  }, []);
  return isOpen;
}
