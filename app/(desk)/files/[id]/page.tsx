import type { Metadata } from "next";
import { FileContent } from "@/app/_parts/file-content";
import { readFile, readFileMark } from "@/app/_server/file-page";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { asId } from "@/app/_server/query";
import { requireActor } from "@/app/_server/session";
import { releaseCopyAction, verifyFileAction, withdrawFileAction } from "@/app/(desk)/files/actions";
import { CustodyPage } from "@/components/files/custody-page";
import { FileMetadata } from "@/components/files/file-metadata";
import { listCustody } from "@/db/access/files/files";
import { readFileMetadata } from "@/db/access/files/page-pictures";
import { listRedactedCopies } from "@/db/access/files/redactions";
import { hasPages } from "@/lib/records/file";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata({ params }: PageProps<"/files/[id]">): Promise<Metadata> {
  const actor = await requireActor();
  const { name } = await orNotFound(readFile(actor, (await params).id));
  return { title: getTranslations(await readLocale(), "file")("custodyOf", { name }) };
}

export default async function FilePage({ params, searchParams }: PageProps<"/files/[id]">) {
  const actor = await requireActor();
  const [{ id }, mark] = await Promise.all([params, readFileMark(searchParams)]);
  const isDesk = may(actor, "open an original file");
  const [file, events, copies, metadata] = await orNotFound(
    Promise.all([
      readFile(actor, id),
      listCustody(actor, asId(id)),
      isDesk ? listRedactedCopies(actor, asId(id)) : [],
      isDesk ? readFileMetadata(actor, asId(id), { patience: 1500 }) : [],
    ]),
  );
  return (
    <CustodyPage
      file={file}
      events={events}
      content={<FileContent actor={actor} file={file} copies={copies} mark={mark} />}
      copies={copies}
      metadata={<FileMetadata name={file.name} entries={metadata} />}
      verify={isDesk ? verifyFileAction : null}
      mayRedact={may(actor, "redact a file") && hasPages(file.type) && !file.isRedacted}
      release={
        may(actor, "release a redacted copy") ? { release: releaseCopyAction, sendBack: withdrawFileAction } : null
      }
    />
  );
}
