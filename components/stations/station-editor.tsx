import { useLocaleCode, useWords } from "#words";
import { countryChoices } from "@/components/records/country-choices";
import type { Edited, FormAction } from "@/components/records/record-form";
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

type EditProps = { action: FormAction; edited: Edited; name: string; names: Readonly<Record<string, string>> };

export function EditStation({ action, edited, name, names }: EditProps) {
  const t = useWords("station");
  return (
    <>
      <PageHeading title={t("editTitle", { name })} />
      <Words of={["station", "record", "form"]}>
        <StationForm
          action={action}
          edited={edited}
          countries={countryChoices(useLocaleCode())}
          names={names}
          cancelHref={`/stations/${edited.slug}`}
        />
      </Words>
    </>
  );
}
