import { answerCustodyPdf } from "@/app/_server/custody-pdf";
import { readRecordCustody } from "@/db/access/files/custody-report";
import { filedSubject } from "@/lib/records/file";
import { Refusal } from "@/lib/workflow/refusal";

type Context = RouteContext<"/records/[kind]/[slug]/custody.pdf">;

/** What happened to all files of a record, as a PDF. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const subject = filedSubject.safeParse(await params);
  return answerCustodyPdf(async (actor) => {
    if (!subject.success) throw Refusal.notFound();
    return readRecordCustody(actor, subject.data);
  });
}
