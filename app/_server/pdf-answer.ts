import "server-only";
import { newsroomDay } from "@/db/newsroom";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { readLocale } from "./locale";
import { NO_STORE, problem, problemOf } from "./problem";
import { getActor } from "./session";

type Asked = { readonly locale: Locale; readonly now: Date };
type Made = { readonly pdf: Uint8Array /** What it is, as its file is called. */; readonly name: string };

/** A PDF as the answer to whoever is signed in, in the reader's language; its file bears the newsroom's day. */
export async function answerPdf(make: (actor: Actor, asked: Asked) => Promise<Made>): Promise<Response> {
  const locale = await readLocale();
  try {
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    const now = new Date();
    const { pdf, name } = await make(actor, { locale, now });
    return new Response(new Uint8Array(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="wederhoor-${name}-${newsroomDay(now)}.pdf"`,
        ...NO_STORE,
      },
    });
  } catch (error) {
    return problemOf(error, { locale, invalid: 400 });
  }
}
