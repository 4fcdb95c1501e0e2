import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { readLocale } from "@/app/_server/locale";
import { requireActorWith } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { OrganizationForm } from "@/components/organizations/organization-form";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";
import { recordOrganizationAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "organization")("newTitle") };
}

export default async function NewOrganizationPage() {
  const actor = await requireActorWith("record an organization");
  const t = useTranslations("organization");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["organization", "form", "record"]}>
        <OrganizationForm
          action={recordOrganizationAction}
          countries={countryChoices(actor.locale)}
          mayGrade={may(actor, "grade an organization")}
          cancelHref="/organizations"
        />
      </Messages>
    </>
  );
}
