import { BadRequest } from "@/app/_server/problem";
import { jsonRead } from "@/app/_server/route-handlers";
import { listAttachments } from "@/db/access/files/files";
import { filedSubject } from "@/lib/records/file";

/** The files of one record: `?kind=evidence&slug=src-001`. */
export const GET = jsonRead(async (actor, { url }) => {
  const subject = filedSubject.safeParse(Object.fromEntries(url.searchParams));
  if (!subject.success) throw new BadRequest(400, "badRequest");
  return { items: await listAttachments(actor, subject.data) };
});
