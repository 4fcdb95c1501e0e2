import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { LogPage } from "@/components/history/log-page";
import { readLogStatus } from "@/db/access/history/signed-log";
import { getTranslations } from "@/lib/text/translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "history")("logTitle") };
}

export default async function HistoryLogPage() {
  const actor = await requireActorWith("read the history");
  return <LogPage {...(await readLogStatus(actor))} />;
}
