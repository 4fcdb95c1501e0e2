import type { Metadata } from "next";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { OrganizationForm } from "@/components/organizations/organization-form";
import { countryChoices } from "@/components/records/country-choices";
import { ReadOnlyNotice } from "@/components/records/standing-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { findRecord } from "@/db/access/record-snapshot";
import { may } from "@/lib/policy";
import { wordsFor } from "@/lib/words";
import { isEditable } from "@/lib/workflow";
import { reviseOrganizationAction } from "../../actions";

type Props = PageProps<"/organizations/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "organization")("editTitle", { name: (await params).slug }) };
}

export default async function EditOrganizationPage({ params }: Props) {
  const actor = await requirePermission("record an organization");
  const { slug } = await params;
  const organization = await found(findRecord(actor, "organization", slug));
  const t = useWords("organization");
  const href = `/organizations/${slug}`;
  return (
    <>
      <PageHeading title={t("editTitle", { name: organization.input.name })} />
      <ReadOnlyNotice standing={organization} href={href} />
      {isEditable(organization.state) && (
        <Words of={["organization", "form", "record"]}>
          <OrganizationForm
            action={reviseOrganizationAction}
            edited={organization}
            countries={countryChoices(actor.locale)}
            mayGrade={may(actor, "grade an organization")}
            cancelHref={href}
          />
        </Words>
      )}
    </>
  );
}
