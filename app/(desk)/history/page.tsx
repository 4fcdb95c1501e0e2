import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { VerifyPage } from "@/components/history/verify-page";
import { exportChainHead, listHistoryChecks } from "@/db/access/history/history-check";
import { getTranslations } from "@/lib/text/translations";
import { checkAgainstAction, verifyHistoryAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "history")("verifyTitle") };
}

export default async function VerifyHistoryPage() {
  const actor = await requireActorWith("verify the history");
  const [checks, head] = await Promise.all([listHistoryChecks(actor), exportChainHead(actor)]);
  return <VerifyPage checks={checks} head={head} verify={verifyHistoryAction} against={checkAgainstAction} />;
}
