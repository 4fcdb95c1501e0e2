import type { ReactNode } from "react";
import { DeskShell } from "@/app/_parts/desk";
import { requireActor } from "@/app/_server/session";

/** Draws the shell. It protects nothing: each page asks for its own actor. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  return <DeskShell actor={await requireActor()}>{children}</DeskShell>;
}
