"use client";

import { useEffect, useState } from "react";
import { decodeTimelineData, type TimelineData, type TimelineDataEntry } from "@/lib/timeline/timeline-data";

export type Fetched =
  | "loading"
  | "failed"
  | { readonly entries: readonly TimelineDataEntry[]; readonly total: number };

/** The dated records of a view, fetched once for every zoom of it. */
export function useTimelineData(address: string): Fetched {
  const [state, setState] = useState<{ address: string; fetched: Fetched }>({ address, fetched: "loading" });
  useEffect(() => {
    const ended = new AbortController();
    const read = async () => {
      const answer = await fetch(address, { signal: ended.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const timelineData = (await answer.json()) as TimelineData;
      setState({ address, fetched: { entries: decodeTimelineData(timelineData), total: timelineData.total } });
    };
    read().catch(() => {
      if (!ended.signal.aborted) setState({ address, fetched: "failed" });
    });
    return () => ended.abort();
  }, [address]);
  return state.address === address ? state.fetched : "loading";
}
