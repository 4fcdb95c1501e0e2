"use client";

import type { ReactNode } from "react";
import { forgetDrafts } from "./draft-keeper";

type Props = { person: string; action: () => Promise<void>; children: ReactNode };

/** Signs out; what this browser keeps for the person goes first. */
export function SignOutForm({ person, action, children }: Props) {
  return (
    <form action={action} onSubmit={() => forgetDrafts(person)}>
      {children}
    </form>
  );
}
