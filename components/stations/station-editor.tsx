import { useLocaleCode, useWords } from "#words";
import type { Edited, FormAction } from "@/components/records/record-form";
import { PageHeading } from "@/components/ui/page-heading";
import { Words } from "@/components/words";
import { COUNTRY_CODES, countryName } from "@/lib/country";
import { StationForm } from "./station-form";

function useCountries() {
  const locale = useLocaleCode();
  return COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}

export function NewStation({ action }: { action: FormAction }) {
  const t = useWords("station");
  return (
    <>
      <PageHeading title={t("newTitle")} />
      <Words of={["station", "record", "form"]}>
        <StationForm action={action} countries={useCountries()} cancelHref="/stations" />
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
          countries={useCountries()}
          names={names}
          cancelHref={`/stations/${edited.slug}`}
        />
      </Words>
    </>
  );
}
