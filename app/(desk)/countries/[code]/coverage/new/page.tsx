import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActorWith } from "@/app/_server/session";
import { CoverageForm } from "@/components/countries/coverage-form";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import { PageHeading } from "@/components/ui/page-heading";
import { countryName, isCountry } from "@/lib/records/country";
import { getTranslations } from "@/lib/text/translations";
import { recordCoverageAction } from "../../../actions";

type Props = PageProps<"/countries/[code]/coverage/new">;

async function read({ params }: Props) {
  const actor = await requireActorWith("record coverage of a country");
  const country = (await params).code.toUpperCase();
  if (!isCountry(country)) notFound();
  const t = getTranslations(actor.locale, "country");
  const name = countryName(country, actor.locale);
  return { actor, country, title: t("newCoverageTitle", { country: name }), lead: t("newCoverageLead") };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).title };
}

export default async function NewCoveragePage(props: Props) {
  const { actor, country, title, lead } = await read(props);
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <Messages of={["country", "record", "form", "organization"]}>
        <CoverageForm
          action={recordCoverageAction}
          initial={{ country }}
          countries={countryChoices(actor.locale)}
          cancelHref={`/countries/${country.toLowerCase()}`}
        />
      </Messages>
    </>
  );
}
