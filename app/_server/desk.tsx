import "server-only";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/sign-in/actions";
import { Shell } from "@/components/shell/shell";
import type { Actor } from "@/lib/actor";
import { readAppearance } from "./locale";
import { chooseDensity, chooseLocale, chooseTheme } from "./preference-actions";

/** The shell with this request's reader and the actions it posts to. */
export async function Desk({ actor, children }: { actor: Actor | null; children: ReactNode }) {
  return (
    <Shell
      person={actor}
      appearance={await readAppearance()}
      preferences={{ chooseLocale, chooseTheme, chooseDensity }}
      signOut={signOutAction}
      now={new Date()}
    >
      {children}
    </Shell>
  );
}
