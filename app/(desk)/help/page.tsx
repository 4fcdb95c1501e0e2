import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { HelpPage } from "@/components/help/help-page";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "help")("title") };
}

export default async function HelpRoute() {
  return <HelpPage person={await requireActor()} />;
}
