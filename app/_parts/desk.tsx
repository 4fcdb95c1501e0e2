import "server-only";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/sign-in/actions";
import { FormOwner } from "@/components/drafts/form-owner";
import { Messages } from "@/components/messages";
import { Shell } from "@/components/shell/shell";
import { countUnread } from "@/db/access/discussion/inbox";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { readHeldForm } from "../_server/held-form";
import { readAppearance } from "../_server/locale";
import { chooseDensity, chooseLocale, chooseTheme } from "../_server/preference-actions";

/** The shell with this request's reader and the actions it posts to. */
export async function DeskShell({ actor, children }: { actor: Actor | null; children: ReactNode }) {
  const shell = (
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
  if (!actor) return shell;
  return (
    <Messages of={["draft"]}>
      <FormOwner person={actor.id} held={await readHeldForm(actor)}>
        {shell}
      </FormOwner>
    </Messages>
  );
}
