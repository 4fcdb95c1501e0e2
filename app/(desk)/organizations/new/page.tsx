import type { Metadata } from "next";
import { useWords } from "#words";
import { readLocale } from "@/app/_server/locale";
import { requirePermission } from "@/app/_server/session";
import { OrganizationForm } from "@/components/organizations/organization-form";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { wordsFor } from "@/lib/text/words";
import { may } from "@/lib/workflow/policy";
import { recordOrganizationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsFor(await readLocale(), "organization")("newTitle") };
}

export default async function NewOrganizationPage() {
  const actor = await requirePermission("record an organization");
  const t = useWords("organization");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["organization", "form", "record"]}>
        <OrganizationForm
          action={recordOrganizationAction}
          countries={countryChoices(actor.locale)}
          mayGrade={may(actor, "grade an organization")}
          cancelHref="/organizations"
        />
      </Words>
    </>
  );
}
