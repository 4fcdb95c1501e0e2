import { answerCustodyPdf } from "@/app/_server/custody-pdf";
import { asId } from "@/app/_server/query";
import { readCustodyReport } from "@/db/access/files/custody-report";

/** What happened to a file, as a PDF. */
export async function GET(_request: Request, { params }: RouteContext<"/files/[id]/custody.pdf">): Promise<Response> {
  const { id } = await params;
  return answerCustodyPdf(async (actor) => readCustodyReport(actor, [asId(id)]));
}
