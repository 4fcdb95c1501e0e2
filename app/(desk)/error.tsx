"use client";

import { type Broken, BrokenPage } from "@/components/shell/broken-page";

export default function DeskError(broken: Broken) {
  return <BrokenPage {...broken} />;
}
