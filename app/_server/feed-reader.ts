import "server-only";
import { headers } from "next/headers";
import { findFeedReader } from "@/db/access/accounts/feeds";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { readLocale } from "./locale";
import { problemOf } from "./problem";

/**
 * Handler of what calendars and feed readers ask for, which can't sign in: the token in the address names the person,
 * their role is read now, and they may still be of the desk. A wrong token is a page that is not there.
 */
export function feed(answer: (actor: Actor, origin: string) => Promise<Response>) {
  return async (_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    const locale = await readLocale();
    try {
      const person = await findFeedReader((await params).token);
      if (!person || !may(person, "read drafts")) throw Refusal.notFound();
      return await answer(person as Actor, await siteOrigin());
    } catch (error) {
      return problemOf(error, { locale, invalid: 400 });
    }
  };
}

/** Where this site is reached. */
export async function siteOrigin(): Promise<string> {
  return process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
}
