import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { findSession } from "@/db/access/sessions";
import { recordVisit } from "@/db/access/visits";
import type { Actor } from "@/lib/actor";
import { may, type Permission } from "@/lib/policy";
import { readLocale } from "./locale";
import { readSessionId } from "./session-cookie";

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
    noteVisit(actor);
    return actor;
  }
  const asked = (await headers()).get("x-path");
  redirect(asked && asked !== "/" ? `/sign-in?from=${encodeURIComponent(asked)}` : "/sign-in");
}

/** Once per request, and when the page has been sent: it neither slows a page nor fails with it. */
const noteVisit = cache((actor: Actor) => {
  after(() => recordVisit(actor).catch((error) => console.warn("A visit was not noted.", error)));
});

/** For pages of some roles only: a real 403 for the others. */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await requireActor();
  if (!may(actor, permission)) forbidden();
  return actor;
}
