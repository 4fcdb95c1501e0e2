import type { Metadata } from "next";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { ClaimForm } from "@/components/claims/claim-form";
import { countryChoices } from "@/components/records/country-choices";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { listRecordNames } from "@/db/access/record-names";
import { findRecord } from "@/db/access/record-snapshot";
import { may } from "@/lib/policy";
import { wordsFor } from "@/lib/words";
import { isEditable } from "@/lib/workflow";
import { reviseClaimAction } from "../../actions";

type Props = PageProps<"/claims/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "claim")("editTitle", { slug: (await params).slug }) };
}

export default async function EditClaimPage({ params }: Props) {
  const actor = await requirePermission("record a claim");
  const { slug } = await params;
  const claim = await found(findRecord(actor, "claim", slug));
  const { stances, claimants, relayedBy, station, disputes } = claim.input;
  const names = await listRecordNames(actor, {
    evidence: stances.map(({ evidence }) => evidence),
    organization: [...claimants, relayedBy, ...stances.map(({ origin }) => origin)],
    station: [station],
    claim: disputes,
  });
  const t = useWords("claim");
  return (
    <>
      <PageHeading title={t("editTitle", { slug })} lead={claim.input.proposition} />
      <ReadOnlyNotice standing={claim} href={`/claims/${slug}`} />
      {isEditable(claim.state) && (
        <Words of={["claim", "common", "form", "record"]}>
          <ClaimForm
            action={reviseClaimAction}
            edited={claim}
            names={names}
            countries={countryChoices(actor.locale)}
            mayAssess={may(actor, "assess a claim")}
            cancelHref={`/claims/${slug}`}
          />
        </Words>
      )}
    </>
  );
}
