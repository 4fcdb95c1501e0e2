"use client";

import { useEffect, useState } from "react";
import { decodeMapSpots, type MapSpot, type MapSpots } from "@/lib/map/map-spots";

type Fetched = { readonly spots: readonly MapSpot[] | null; readonly isMissed: boolean };

/**
 * The places of a view, fetched once for every part of the map: null until they are there. Those of the view before stay
 * until then, so that the map does.
 */
export function useMapSpots(address: string): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ spots: null, isMissed: false });
  useEffect(() => {
    const ended = new AbortController();
    const read = async () => {
      const answer = await fetch(address, { signal: ended.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      setFetched({ spots: decodeMapSpots((await answer.json()) as MapSpots), isMissed: false });
    };
    read().catch((error: unknown) => {
      if (ended.signal.aborted) return;
      console.warn(error);
      setFetched({ spots: null, isMissed: true });
    });
    return () => ended.abort();
  }, [address]);
  return fetched;
}
