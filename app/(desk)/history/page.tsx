import type { Metadata } from "next";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { VerifyPage } from "@/components/history/verify-page";
import { exportHead, listHistoryChecks } from "@/db/access/history/history-check";
import { wordsFor } from "@/lib/text/words";
import { checkAgainstAction, verifyHistoryAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "history")("verifyTitle") };
}

export default async function VerifyHistoryPage() {
  const actor = await requirePermission("verify the history");
  const [checks, head] = await Promise.all([listHistoryChecks(actor), exportHead(actor)]);
  return <VerifyPage checks={checks} head={head} verify={verifyHistoryAction} against={checkAgainstAction} />;
}
