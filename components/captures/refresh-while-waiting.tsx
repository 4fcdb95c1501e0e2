"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const [FIRST, LONGEST] = [1500, 30_000];

/** Reads the page anew while something on it is still being made: soon at first, then less and less often. */
export function RefreshWhileWaiting() {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const refreshIn = (pause: number) => {
      timer = setTimeout(() => {
        router.refresh();
        refreshIn(Math.min(pause * 1.5, LONGEST));
      }, pause);
    };
    refreshIn(FIRST);
    return () => clearTimeout(timer);
  }, [router]);
  return null;
}
