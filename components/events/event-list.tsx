import { useLocaleCode, useTranslations } from "#translations";
import type { ColumnChoice } from "@/components/ui/column-choices";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import { StateBadge } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import type { EventItem, listEvents } from "@/db/access/events/events";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { type EventView, eventFilter } from "@/lib/filters/event-filter";
import { countryName } from "@/lib/records/country";
import { isPublic } from "@/lib/records/editorial";

type Props = {
  view: EventView;
  page: Awaited<ReturnType<typeof listEvents>>;
  showState: boolean;
  choice: ColumnChoice;
  isSelectable: boolean;
};

/** A page of events; the desk sees their state. */
export function EventList({ view, page: { items, total, next }, showState, choice, isSelectable }: Props) {
  const t = useTranslations("event");
  const locale = useLocaleCode();
  const columns: Column<EventItem>[] = [
    { key: "date", header: t("columnDate"), cell: ({ occurred }) => formatFuzzyDate(occurred, locale) },
    {
      key: "event",
      header: t("columnEvent"),
      heading: true,
      cell: ({ slug, title }) => (
        <QuietLink href={`/events/${slug}`}>
          <DeskText>{title}</DeskText>
        </QuietLink>
      ),
    },
    { key: "kind", header: t("columnKind"), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: "country",
      header: t("columnCountry"),
      cell: ({ country }) => (country ? countryName(country, locale) : t("noCountry")),
    },
    ...(showState
      ? [
          {
            key: "state",
            header: t("columnState"),
            cell: ({ state }: EventItem) => !isPublic(state) && <StateBadge state={state} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t("list")}
        rows={items}
        selection={isSelectable && { kind: "event", nameOf: ({ slug, title }) => ({ slug, title }) }}
        columns={columns}
        choice={choice}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("emptyTitle")}>{t("emptyLead")}</EmptyState>}
      />
      {total > 0 && (
        <Pager
          total={total}
          shown={items.length}
          nextHref={next && eventFilter.href("/events", view, { after: next })}
          firstHref={view.after && eventFilter.href("/events", view)}
        />
      )}
    </>
  );
}
