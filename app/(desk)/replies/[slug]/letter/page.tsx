import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { LetterPage } from "@/components/replies/letter-page";
import { findReply } from "@/db/access/replies/replies";
import { letterOf } from "@/lib/records/letter";
import { isLocale } from "@/lib/text/locale";
import { wordsFor } from "@/lib/text/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "replyRequest")("letter") };
}

export default async function ReplyLetterPage({ params, searchParams }: PageProps<"/replies/[slug]/letter">) {
  const actor = await requirePermission("record a reply request");
  const reply = await found(findReply(actor, (await params).slug));
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
