import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { QuietLink } from "@/components/ui/link";
import { StateBadge, StatusMark } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import type { ListedStation } from "@/db/access/stations/station-list";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import {
  isDescending,
  nextStationOrder,
  type StationSort,
  type StationView,
  sortOf,
  stationFilter,
} from "@/lib/filters/station-filter";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";

type Props = {
  rows: readonly ListedStation[];
  view: StationView;
  /** Whether this reader may tell drafts from what is published. */
  showState: boolean;
  mayRecord: boolean;
  choice?: ColumnChoice;
  /** Whether the rows can be selected for the batch bar. */
  isSelectable?: boolean;
};

/** The list of stations; each heading that can sort is a link to the same view sorted by it. */
export function StationTable({ rows, view, showState, mayRecord, choice, isSelectable }: Props) {
  const t = useTranslations("station");
  const columns = useColumns(showState).map((column) => ({ ...column, ...sorting(view, column.sort) }));
  return (
    <DataTable
      caption={t("listCaption")}
      rows={rows}
      selection={isSelectable && { kind: "station", nameOf: ({ slug, name }) => ({ slug, title: name }) }}
      rowKey={({ id }) => id}
      columns={columns}
      choice={choice}
      empty={
        <EmptyState
          title={t("emptyTitle")}
          action={mayRecord && <ButtonLink href="/stations/new">{t("new")}</ButtonLink>}
        >
          {t("emptyLead")}
        </EmptyState>
      }
    />
  );
}

function sorting(view: StationView, sort: StationSort | undefined) {
  if (!sort) return {};
  const current = sortOf(view.sort) === sort;
  return {
    sortHref: stationFilter.href("/stations", view, { sort: nextStationOrder(view.sort, sort) }),
    sorted: current ? (isDescending(view.sort) ? ("desc" as const) : ("asc" as const)) : undefined,
  };
}

function useColumns(showState: boolean): (Column<ListedStation> & { sort?: StationSort })[] {
  const t = useTranslations("station");
  const formatInstant = useFormatInstant();
  const locale = useLocaleCode();
  const columns: (Column<ListedStation> & { sort?: StationSort })[] = [
    {
      key: "name",
      header: t("column.name"),
      heading: true,
      sort: "name",
      cell: ({ slug, name }) => <QuietLink href={`/stations/${slug}`}>{name}</QuietLink>,
    },
    {
      key: "country",
      header: t("column.country"),
      sort: "country",
      cell: ({ country }) => countryName(country, locale),
    },
    {
      key: "status",
      header: t("column.status"),
      sort: "status",
      cell: ({ status }) => <StatusMark status={status} />,
    },
    {
      key: "operator",
      header: t("column.operator"),
      cell: ({ operator }) =>
        operator ? (
          <QuietLink href={`/organizations/${operator.slug}`}>{operator.name}</QuietLink>
        ) : (
          <span className="text-muted">{t("noOperator")}</span>
        ),
    },
    {
      key: "reported",
      header: t("column.reported"),
      sort: "reported",
      cell: ({ firstReported }) => formatFuzzyDate(firstReported, locale),
    },
    {
      key: "evidence",
      header: t("column.evidence"),
      numeric: true,
      cell: ({ slug, evidence }) => (
        <QuietLink href={`/stations/${slug}#evidence`}>{t("items", { count: evidence })}</QuietLink>
      ),
    },
    {
      key: "changed",
      roomy: true,
      header: t("column.changed"),
      sort: "changed",
      cell: ({ updatedAt }) => formatInstant(updatedAt, "day"),
    },
  ];
  if (showState) {
    columns.push({
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => !isPublic(state) && <StateBadge state={state} />,
    });
  }
  return columns;
}
