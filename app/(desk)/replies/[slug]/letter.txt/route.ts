import { readLocale } from "@/app/_server/locale";
import { NO_STORE, problem, problemOf } from "@/app/_server/problem";
import { getActor } from "@/app/_server/session";
import { findReply } from "@/db/access/replies/replies";
import { letterOf, letterText } from "@/lib/records/letter";
import { isLocale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { requirePermission } from "@/lib/workflow/require-permission";

/** The letter as a text file, in the language asked for. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const locale = await readLocale();
  try {
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    requirePermission(actor, "record a reply request");
    const reply = await findReply(actor, (await params).slug);
    const lang = new URL(request.url).searchParams.get("lang");
    return new Response(letterText(letterOf(reply, isLocale(lang) ? lang : locale)), {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Disposition": `attachment; filename="${reply.slug}.txt"`,
        ...NO_STORE,
      },
    });
  } catch (error) {
    return problemOf(error, { locale, invalid: 400 });
  }
}
