import type { Metadata } from "next";
import { useFormat, useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { EndAddress, MakeAddress } from "@/components/replies/calendar-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { findFeedToken } from "@/db/access/accounts/feeds";
import { wordsFor } from "@/lib/text/words";
import { endAddressAction, makeAddressAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "replyRequest")("calendarTitle") };
}

export default async function CalendarPage() {
  const actor = await requirePermission("read drafts");
  const token = await findFeedToken(actor);
  const t = useWords("replyRequest");
  const format = useFormat();
  const since = token && format.dateTime(new Date(token.createdAt), { dateStyle: "long" });
  return (
    <>
      <PageHeading title={t("calendarTitle")} lead={t("calendarLead")} />
      <div className="flex flex-col gap-6">
        <p>{since ? t("calendarSince", { date: since }) : t("calendarNone")}</p>
        <Words of={["replyRequest", "form"]}>
          <MakeAddress action={makeAddressAction} hasOne={token !== null} />
          {token && <EndAddress action={endAddressAction} />}
        </Words>
      </div>
    </>
  );
}
