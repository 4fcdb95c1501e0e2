"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { HeldForm } from "@/db/access/accounts/held-forms";

type Owner = {
  /** Null: nobody is signed in, and nothing is kept. */
  readonly person: string | null;
  /** What they typed before their session ended. */
  readonly held: HeldForm | null;
};

const FormOwnerContext = createContext<Owner>({ person: null, held: null });

/** Says whose forms stand inside it. */
export function FormOwner({ person, held, children }: Owner & { children: ReactNode }) {
  return <FormOwnerContext value={{ person, held }}>{children}</FormOwnerContext>;
}

export const useFormOwner = (): Owner => useContext(FormOwnerContext);
