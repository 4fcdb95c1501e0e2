"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Once per page: whatever link of the desk is clicked is followed without a reload, unless it is to open elsewhere. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-follow]");
      if (!link || !isPlainClick(event) || link.target || link.origin !== location.origin) return;
      event.preventDefault();
      router.push(link.href.slice(link.origin.length), { scroll: link.dataset.follow !== "in-place" });
    };
    addEventListener("click", follow);
    return () => removeEventListener("click", follow);
  }, [router]);
  return null;
}

const isPlainClick = ({ defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  !defaultPrevented && button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
