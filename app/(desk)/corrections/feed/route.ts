import { headers } from "next/headers";
import { correctionFeed } from "@/app/_server/correction-feed";
import { readLocale } from "@/app/_server/locale";
import { problem } from "@/app/_server/problem";
import { getActor } from "@/app/_server/session";
import { getTranslations } from "@/lib/text/translations";

/** The public notes as an Atom feed (RFC 4287), for whoever is signed in. */
export async function GET(): Promise<Response> {
  const locale = await readLocale();
  const actor = await getActor();
  if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
  const host = (await headers()).get("host");
  return correctionFeed(actor, locale, process.env.NEXTAUTH_URL ?? `http://${host}`);
}
