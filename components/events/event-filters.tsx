import { useLocaleCode, useTranslations } from "#translations";
import { FacetChoices } from "@/components/records/facet-choices";
import { SelectField, TextField } from "@/components/ui/field";
import { ActiveFilters, FilterForm } from "@/components/ui/filter-form";
import type { countEvents } from "@/db/access/events/events";
import { EVENT_FACETS, EVENT_SORTS, type EventFacet, type EventView, eventFilter } from "@/lib/filters/event-filter";
import { NOT_KNOWN_VALUE } from "@/lib/filters/evidence-filter";
import { countryName } from "@/lib/records/country";

type Props = { view: EventView; counts: Awaited<ReturnType<typeof countEvents>> };

const PATH = "/events";

function useValueLabels() {
  const t = useTranslations("event");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  return (facet: EventFacet, value: string) => {
    if (facet === "kind") return t(`kind.${value as "other"}`);
    if (facet === "state") return common(`state.${value as "draft"}`);
    return value === NOT_KNOWN_VALUE ? t("noCountry") : countryName(value, locale);
  };
}

export function EventFilters({ view, counts }: Props) {
  const t = useTranslations("event");
  const formatValue = useValueLabels();
  return (
    <FilterForm action={PATH} active={eventFilter.narrowings(view).length}>
      <TextField name="q" type="search" label={t("search")} defaultValue={view.q ?? ""} />
      <SelectField
        name="sort"
        label={t("sort")}
        defaultValue={view.sort}
        options={EVENT_SORTS.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
      />
      <TextField name="from" type="date" label={t("from")} defaultValue={view.from ?? ""} />
      <TextField name="to" type="date" label={t("to")} defaultValue={view.to ?? ""} />
      {EVENT_FACETS.map((facet) => (
        <FacetChoices
          key={facet}
          name={facet}
          legend={t(`facet.${facet}`)}
          chosen={view[facet]}
          values={counts[facet]}
          formatValue={(value) => formatValue(facet, value)}
          allHref={view.all === facet ? null : eventFilter.href(PATH, view, { all: facet })}
          hrefOf={(choices) => eventFilter.href(PATH, view, { [facet]: choices })}
        />
      ))}
    </FilterForm>
  );
}

/** What the list is narrowed to, in words, each of which takes itself away. */
export function ActiveEventFilters({ view, total }: { view: EventView; total: number }) {
  const t = useTranslations("event");
  const formatValue = useValueLabels();
  const items = eventFilter.narrowings(view).map((narrowing) => {
    const { key, value, excluded } = narrowing;
    const facet = EVENT_FACETS.find((name) => name === key);
    const label = () => {
      if (key === "from" || key === "to") return t(`${key}Value`, { day: value });
      if (!facet) return t("textValue", { text: value });
      return t(excluded ? "notValue" : "keepValue", {
        facet: t(`facet.${facet}`),
        value: formatValue(facet, value),
      });
    };
    return { label: label(), href: eventFilter.without(PATH, view, narrowing) };
  });
  return <ActiveFilters items={items} clearHref={PATH} total={total} />;
}
