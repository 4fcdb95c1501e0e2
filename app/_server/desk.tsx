import "server-only";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/sign-in/actions";
import { Shell } from "@/components/shell/shell";
import { countUnread } from "@/db/access/inbox";
import type { Actor } from "@/lib/actor";
import { may } from "@/lib/policy";
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
      unread={actor && may(actor, "read the discussion") ? await countUnread(actor) : 0}
    >
      {children}
    </Shell>
  );
}
