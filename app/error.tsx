"use client";

import { type Broken, BrokenPage } from "@/components/shell/broken-page";

export default function RootError(broken: Broken) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-16">
      <BrokenPage {...broken} />
    </main>
  );
}
