import type { Metadata } from "next";
import { useFormatInstant, useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { EndAddress, MakeAddress } from "@/components/replies/calendar-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { findFeedToken } from "@/db/access/accounts/feeds";
import { getTranslations } from "@/lib/text/translations";
import { endAddressAction, makeAddressAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "replyRequest")("calendarTitle") };
}

export default async function CalendarPage() {
  const actor = await requireActorWith("read drafts");
  const token = await findFeedToken(actor);
  const t = useTranslations("replyRequest");
  const formatInstant = useFormatInstant();
  const since = token && formatInstant(token.createdAt, "longDay");
  return (
    <>
      <PageHeading title={t("calendarTitle")} lead={t("calendarLead")} />
      <div className="flex flex-col gap-6">
        <p>{since ? t("calendarSince", { date: since }) : t("calendarNone")}</p>
        <Messages of={["replyRequest", "form"]}>
          <MakeAddress action={makeAddressAction} hasOne={token !== null} />
          {token && <EndAddress action={endAddressAction} />}
        </Messages>
      </div>
    </>
  );
}
