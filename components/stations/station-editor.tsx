import { useLocaleCode, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import type { RecordFormAction } from "@/components/records/record-form";
import { PageHeading } from "@/components/ui/page-heading";
import { StationForm } from "./station-form";

export function NewStation({ action }: { action: RecordFormAction }) {
  const t = useTranslations("station");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Messages of={["station", "record", "form", "organization"]}>
        <StationForm action={action} countries={countryChoices(useLocaleCode())} cancelHref="/stations" />
      </Messages>
    </>
  );
}
