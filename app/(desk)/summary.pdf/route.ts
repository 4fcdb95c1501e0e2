import { answerPdf } from "@/app/_server/pdf-answer";
import { BadQuery } from "@/app/_server/problem";
import { summaryPdf } from "@/components/pdf/summary-document";
import { readSummaryPage } from "@/db/access/figures/summary-page";
import { summaryFilter } from "@/lib/filters/summary-filter";
import { getTranslations } from "@/lib/text/translations";
import { requirePermission } from "@/lib/workflow/require-permission";

/** The page `/summary` of the same view as a PDF, in the reader's language. An address that can't be read is a 400. */
export const GET = (request: Request): Promise<Response> =>
  answerPdf(async (actor, { locale, now }) => {
    requirePermission(actor, "read the workload");
    const { value: view, problems } = summaryFilter.parse(new URL(request.url).searchParams);
    if (problems.length > 0) throw new BadQuery(problems);
    return {
      pdf: await summaryPdf(await readSummaryPage(actor, view, now), locale),
      name: getTranslations(locale, "summary")("fileName"),
    };
  });
