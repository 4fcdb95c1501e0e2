import { useLocaleCode, useWords } from "#words";
import { countryChoices } from "@/components/records/country-choices";
import type { FormAction } from "@/components/records/record-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { StationForm } from "./station-form";

export function NewStation({ action }: { action: FormAction }) {
  const t = useWords("station");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["station", "record", "form"]}>
        <StationForm action={action} countries={countryChoices(useLocaleCode())} cancelHref="/stations" />
      </Words>
    </>
  );
}
