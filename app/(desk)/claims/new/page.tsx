import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { ClaimForm } from "@/components/claims/claim-form";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/records/record-names";
import { wordsFor } from "@/lib/text/words";
import { may } from "@/lib/workflow/policy";
import { recordClaimAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "claim")("newTitle") };
}

export default async function NewClaimPage({ searchParams }: PageProps<"/claims/new">) {
  const actor = await requirePermission("record a claim");
  const { station, country } = await searchParams;
  const names = await listRecordNames(actor, { station: [station ?? []].flat() });
  const t = useWords("claim");
  const scope = station ? "station" : country ? "country" : "";
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["claim", "common", "form", "record"]}>
        <ClaimForm
          action={recordClaimAction}
          initial={{ scope, station, country }}
          names={names}
          countries={countryChoices(actor.locale)}
          mayAssess={may(actor, "assess a claim")}
          cancelHref="/claims"
        />
      </Words>
    </>
  );
}
