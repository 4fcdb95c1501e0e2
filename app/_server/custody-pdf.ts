import "server-only";
import { custodyPdf } from "@/components/pdf/custody-document";
import type { CustodyReport } from "@/db/access/files/custody-report";
import { newsroomDay, newsroomZone } from "@/db/newsroom";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { readLocale } from "./locale";
import { NO_STORE, problem, problemOf } from "./problem";
import { getActor } from "./session";

/** A custody report as the answer to whoever may read it, in the reader's language. */
export async function answerCustodyPdf(read: (actor: Actor) => Promise<CustodyReport>): Promise<Response> {
  const locale = await readLocale();
  try {
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    const [report, now] = [await read(actor), new Date()];
    const pdf = await custodyPdf(report, now, { locale, timeZone: newsroomZone() });
    const name = `wederhoor-${getTranslations(locale, "file")("report.fileName")}-${newsroomDay(now)}.pdf`;
    return new Response(new Uint8Array(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="${name}"`,
        ...NO_STORE,
      },
    });
  } catch (error) {
    return problemOf(error, { locale, invalid: 400 });
  }
}
