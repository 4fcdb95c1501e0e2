import type { Metadata } from "next";
import { cache } from "react";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { asId } from "@/app/_server/query";
import { requireActorWith } from "@/app/_server/session";
import { verifyFileAction } from "@/app/(desk)/files/actions";
import { CustodyPage } from "@/components/files/custody-page";
import { findAttachment, listCustody } from "@/db/access/files/files";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";

const readFile = cache(async (actor: Actor, id: string) => findAttachment(actor, asId(id)));

export async function generateMetadata({ params }: PageProps<"/files/[id]">): Promise<Metadata> {
  const actor = await requireActorWith("read drafts");
  const { name } = await orNotFound(readFile(actor, (await params).id));
  return { title: getTranslations(await readLocale(), "file")("custodyOf", { name }) };
}

export default async function FilePage({ params }: PageProps<"/files/[id]">) {
  const actor = await requireActorWith("read drafts");
  const { id } = await params;
  const [file, events] = await orNotFound(Promise.all([readFile(actor, id), listCustody(actor, id)]));
  return <CustodyPage file={file} events={events} verify={verifyFileAction} />;
}
