import { readLocale } from "@/app/_server/locale";
import { BadQuery, NO_STORE, problem, problemOf } from "@/app/_server/problem";
import { getActor } from "@/app/_server/session";
import { summaryPdf } from "@/components/pdf/summary-document";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { newsroomDay } from "@/db/newsroom";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { getTranslations } from "@/lib/text/translations";
import { requirePermission } from "@/lib/workflow/require-permission";

/** The page `/summary` of the same view as a PDF, in the reader's language. An address that can't be read is a 400. */
export async function GET(request: Request): Promise<Response> {
  const locale = await readLocale();
  try {
    const actor = await getActor();
    if (!actor) return problem(401, getTranslations(locale, "refusal")("unauthenticated"));
    requirePermission(actor, "read the workload");
    const { value: view, problems } = summaryFilter.parse(new URL(request.url).searchParams);
    if (problems.length > 0) throw new BadQuery(problems);
    const now = new Date();
    const pdf = await summaryPdf(await readSummaryPage(actor, view, now), locale);
    const name = `wederhoor-${getTranslations(locale, "summary")("fileName")}-${newsroomDay(now)}.pdf`;
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
