import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { DataTable } from "@/components/ui/data-table";
import { usePersonName } from "@/components/ui/person-name";
import type { PersonFigures } from "@/db/access/figures/person-figures";
import { formatDuration } from "@/lib/charts/format-summary";

/** The work of the desk by person. An admin's; on paper it is left out. */
export function People({ people }: { people: readonly PersonFigures[] }) {
  const t = useTranslations("summary");
  const format = useFormat();
  const locale = useLocaleCode();
  const formatName = usePersonName();
  const numbers = ["submitted", "decided", "published", "inHand"] as const;
  return (
    <section aria-labelledby="people" className="print:hidden">
      <h3 id="people">{t("peopleTitle")}</h3>
      <p className="measure text-sm text-muted">{t("peopleLead")}</p>
      <DataTable
        caption={t("peopleTitle")}
        rows={people}
        rowKey={({ id }) => id}
        empty={<p>{t("peopleNone")}</p>}
        columns={[
          { key: "name", header: t("person"), heading: true, cell: formatName },
          ...numbers.map((key) => ({
            key,
            header: t(key),
            numeric: true,
            cell: (person: PersonFigures) => format.number(person[key]),
          })),
          {
            key: "median",
            header: t("decisionTime"),
            cell: ({ median }) => (median === null ? t("noValue") : formatDuration(median, locale)),
          },
        ]}
      />
    </section>
  );
}
