"use client";

import { useEffect, useState } from "react";
import { readSheet, type SheetEntry, type TimelineSheet } from "@/lib/timeline/timeline-sheet";

export type Fetched = "loading" | "failed" | { readonly entries: readonly SheetEntry[]; readonly total: number };

/** The dated records of a view, fetched once for every zoom of it. */
export function useSheet(address: string): Fetched {
  const [state, setState] = useState<{ address: string; fetched: Fetched }>({ address, fetched: "loading" });
  useEffect(() => {
    const ended = new AbortController();
    const read = async () => {
      const answer = await fetch(address, { signal: ended.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const sheet = (await answer.json()) as TimelineSheet;
      setState({ address, fetched: { entries: readSheet(sheet), total: sheet.total } });
    };
    read().catch(() => {
      if (!ended.signal.aborted) setState({ address, fetched: "failed" });
    });
    return () => ended.abort();
  }, [address]);
  return state.address === address ? state.fetched : "loading";
}
