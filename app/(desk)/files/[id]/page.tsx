import type { Metadata } from "next";
import { cache } from "react";
import { FilePageText } from "@/app/_parts/file-page-text";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { asId } from "@/app/_server/query";
import { requireActorWith } from "@/app/_server/session";
import { verifyFileAction } from "@/app/(desk)/files/actions";
import { CustodyPage } from "@/components/files/custody-page";
import { readFilePage } from "@/db/access/files/file-texts";
import { findAttachment, listCustody } from "@/db/access/files/files";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

const readFile = cache(async (actor: Actor, id: string) => findAttachment(actor, asId(id)));

export async function generateMetadata({ params }: PageProps<"/files/[id]">): Promise<Metadata> {
  const actor = await requireActorWith("read drafts");
  const { name } = await orNotFound(readFile(actor, (await params).id));
  return { title: getTranslations(await readLocale(), "file")("custodyOf", { name }) };
}

/** `?page=3&q=lease`, `?page=3&quote=clm-nl-02`: the page of its text, and what is marked there. */
async function readPlace(searchParams: PageProps<"/files/[id]">["searchParams"]) {
  const { page, q, quote } = await searchParams;
  const asked = Number([page].flat()[0]);
  return {
    page: Number.isInteger(asked) && asked > 0 && asked < 1e6 ? asked : 1,
    query: [q].flat()[0]?.slice(0, 200) ?? "",
    claim: [quote].flat()[0]?.slice(0, 200) || null,
  };
}

export default async function FilePage({ params, searchParams }: PageProps<"/files/[id]">) {
  const actor = await requireActorWith("read drafts");
  const [{ id }, { page, ...marked }] = await Promise.all([params, readPlace(searchParams)]);
  const [file, events, read] = await orNotFound(
    Promise.all([readFile(actor, id), listCustody(actor, id), readFilePage(actor, asId(id), page)]),
  );
  const text = <FilePageText {...{ actor, file, read }} {...marked} />;
  return <CustodyPage file={file} events={events} text={text} verify={verifyFileAction} />;
}
