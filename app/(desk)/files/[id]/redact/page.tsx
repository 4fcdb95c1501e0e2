import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readFile, readFileMark } from "@/app/_server/file-page";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { redactFileAction } from "@/app/(desk)/files/actions";
import { RedactionPage } from "@/components/files/redaction-page";
import { readFilePage } from "@/db/access/files/file-texts";
import { hasPages } from "@/lib/records/file";
import { boxRowsOf } from "@/lib/records/redaction-rows";
import { getTranslations } from "@/lib/text/translations";

type Props = PageProps<"/files/[id]/redact">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActorWith("redact a file");
  const { name } = await orNotFound(readFile(actor, (await params).id));
  return { title: getTranslations(await readLocale(), "redaction")("title", { name }) };
}

export default async function RedactFilePage({ params, searchParams }: Props) {
  const actor = await requireActorWith("redact a file");
  const [{ id }, asked, { page }] = await Promise.all([params, searchParams, readFileMark(searchParams)]);
  const file = await orNotFound(readFile(actor, id));
  if (!hasPages(file.type) || file.isRedacted) notFound();
  const read = await readFilePage(actor, file.id, 1);
  const pages = Math.max(1, read?.pages ?? 0);
  const name = [asked.name].flat()[0]?.slice(0, 200) ?? `${file.record.slug}-redacted`;
  return (
    <RedactionPage
      file={file}
      pages={pages}
      isRead={file.type !== "application/pdf" || read !== null}
      shown={{ page: Math.min(page, pages), rows: boxRowsOf(asked), name }}
      action={redactFileAction}
    />
  );
}
