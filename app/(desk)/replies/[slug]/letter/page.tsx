import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { orNotFound } from "@/app/_server/or-not-found";
import { requireActorWith } from "@/app/_server/session";
import { LetterPage } from "@/components/replies/letter-page";
import { findReply } from "@/db/access/replies/replies";
import { letterOf } from "@/lib/records/letter";
import { isLocale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "replyRequest")("letter") };
}

export default async function ReplyLetterPage({ params, searchParams }: PageProps<"/replies/[slug]/letter">) {
  const actor = await requireActorWith("record a reply request");
  const reply = await orNotFound(findReply(actor, (await params).slug));
  const { lang } = await searchParams;
  const language = isLocale(lang) ? lang : actor.locale;
  return (
    <LetterPage
      letter={letterOf(reply, language)}
      language={language}
      slug={reply.slug}
      name={reply.respondent?.name ?? ""}
    />
  );
}
