"use client";

import type { ReactNode } from "react";
import { forgetDrafts } from "./draft-keeper";

type Props = { person: string; children: ReactNode };

/** Signs out; what this browser keeps for the person goes first. */
export function SignOutForm({ person, children }: Props) {
  return (
    <form method="post" action="/sign-out" onSubmit={() => forgetDrafts(person)}>
      {children}
    </form>
  );
}
