import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { findSession } from "@/db/access/accounts/sessions";
import type { Actor } from "@/lib/workflow/actor";
import { may, type Permission } from "@/lib/workflow/policy";
import { readLocale } from "./locale";
import { signInPath } from "./own-path";
import { readSessionId } from "./session-cookie";
import { noteVisit } from "./visits";

/**
 * Who asks, or null. Name and role are read from the database on each request, so that sign-out, disabling and a
 * change of role hold at once.
 * @throws Unavailable when the database can't say
 */
export const getActor = cache(async (): Promise<Actor | null> => {
  const [sid, locale] = await Promise.all([readSessionId(), readLocale()]);
  const person = sid && (await findSession(sid));
  return person ? ({ ...person, locale } as Actor) : null;
});

/** For pages and layouts: whoever is not signed in is sent to sign in, and back afterwards. */
export async function requireActor(): Promise<Actor> {
  const actor = await getActor();
  if (actor) {
    await noteOnce(actor);
    return actor;
  }
  redirect(signInPath((await headers()).get("x-path")));
}

/** Once per request, which layout and page alike wait for. In `after` the promise would hold every page that was rendered. */
const noteOnce = cache((actor: Actor) => noteVisit(actor));

/** For pages of some roles only: a real 403 for the others. */
export async function requireActorWith(permission: Permission): Promise<Actor> {
  const actor = await requireActor();
  if (!may(actor, permission)) forbidden();
  return actor;
}
