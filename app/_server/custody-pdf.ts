import "server-only";
import { custodyPdf } from "@/components/pdf/custody-document";
import type { CustodyReport } from "@/db/access/files/custody-report";
import { newsroomZone } from "@/db/newsroom";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { answerPdf } from "./pdf-answer";

/** A custody report as the answer to whoever may read it, in the reader's language. */
export const answerCustodyPdf = (read: (actor: Actor) => Promise<CustodyReport>): Promise<Response> =>
  answerPdf(async (actor, { locale, now }) => ({
    pdf: await custodyPdf(await read(actor), now, { locale, timeZone: newsroomZone() }),
    name: getTranslations(locale, "file")("report.fileName"),
  }));
