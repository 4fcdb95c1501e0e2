import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { ClaimForm } from "@/components/claims/claim-form";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { listRecordNames } from "@/db/access/records/record-names";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { recordClaimAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "claim")("newTitle") };
}

export default async function NewClaimPage({ searchParams }: PageProps<"/claims/new">) {
  const actor = await requireActorWith("record a claim");
  const { station, country } = await searchParams;
  const names = await listRecordNames(actor, { station: [station ?? []].flat() });
  const t = useTranslations("claim");
  const scope = station ? "station" : country ? "country" : "";
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["claim", "common", "form", "record", "organization"]}>
        <ClaimForm
          action={recordClaimAction}
          initial={{ scope, station, country }}
          names={names}
          countries={countryChoices(actor.locale)}
          mayAssess={may(actor, "assess a claim")}
          cancelHref="/claims"
        />
      </Messages>
    </>
  );
}
