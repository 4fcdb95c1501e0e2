import { useFormat, useLocaleCode, useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { ListedOrganization } from "@/db/access/organizations/organizations";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";

type Props = {
  organizations: readonly ListedOrganization[];
  showState: boolean;
  choice: ColumnChoice;
  isSelectable: boolean;
};

export function OrganizationTable({ organizations, showState, choice, isSelectable }: Props) {
  const t = useTranslations("organization");
  const format = useFormat();
  const locale = useLocaleCode();
  const columns: Column<ListedOrganization>[] = [
    {
      key: "name",
      header: t("columnName"),
      heading: true,
      cell: ({ slug, name, state }) => (
        <span>
          <QuietLink href={`/organizations/${slug}`}>{name}</QuietLink>{" "}
          {showState && !isPublic(state) && <StateBadge state={state} />}
        </span>
      ),
    },
    { key: "kind", header: t("columnKind"), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: "country",
      header: t("columnCountry"),
      cell: ({ country }) => (country ? countryName(country, locale) : t("noCountry")),
    },
    {
      key: "reliability",
      header: t("columnReliability"),
      cell: ({ reliability }) => (
        <span className={reliability ? "" : "text-muted"}>{t(`reliability.${reliability ?? "none"}`)}</span>
      ),
    },
    { key: "published", header: t("columnPublished"), numeric: true, cell: (row) => format.number(row.published) },
    { key: "claimed", header: t("columnClaimed"), numeric: true, cell: (row) => format.number(row.claimed) },
    { key: "answered", header: t("columnAnswered"), numeric: true, cell: (row) => format.number(row.answered) },
  ];
  return (
    <DataTable
      caption={t("caption")}
      rows={organizations}
      selection={isSelectable && { kind: "organization", nameOf: ({ slug, name }) => ({ slug, title: name }) }}
      rowKey={({ id }) => id}
      columns={columns}
      choice={choice}
      isTwoLine
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
    />
  );
}
