import { useLocaleCode, useTranslations } from "#translations";
import { SelectField, TextField } from "@/components/ui/field";
import { Facet, FilterForm } from "@/components/ui/filter-form";
import { COUNTRY_CODES, countryName } from "@/lib/records/country";
import { type TimelineView, timelineFilter } from "@/lib/timeline/timeline-filter";
import { KINDS_OF_LANE, LANES } from "@/lib/timeline/timeline-lane";
import { useTimelineLabels } from "./timeline-labels";

const DAYS = ["from", "to", "periodFrom", "periodTo"] as const;

/** What is on the timeline: text, lanes, country, kind, from when to when, and of which time claims speak. */
export function TimelineFilters({ view }: { view: TimelineView }) {
  const t = useTranslations("timeline");
  const locale = useLocaleCode();
  const { legend, formatValue } = useTimelineLabels();
  const hiddenFields: Record<string, string[]> = {};
  const hidden = timelineFilter.hidden(view, [...DAYS, "q", "lane", "country", "kind"]);
  const without = timelineFilter.hidden(view, [...DAYS, "q", "scale"]).filter(([key]) => key.startsWith("not."));
  // A select holds one value; the others of an address stay.
  const others = (["country", "kind"] as const).flatMap((key) =>
    view[key].any.slice(1).map((value): [string, string] => [key, value]),
  );
  for (const [key, value] of [...hidden, ...without, ...others])
    hiddenFields[key] = [...(hiddenFields[key] ?? []), value];
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  return (
    <FilterForm action="/timeline" hiddenFields={hiddenFields} active={timelineFilter.narrowings(view).length}>
      <TextField type="search" name="q" label={t("filterText")} defaultValue={view.q ?? ""} />
      <Facet
        name="lane"
        legend={t("filterLane")}
        options={LANES.map((lane) => ({
          value: lane,
          label: t(`lane.${lane}`),
          checked: view.lane.any.includes(lane),
        }))}
      />
      <SelectField
        name="country"
        label={t("filterCountry")}
        empty={t("any")}
        defaultValue={view.country.any[0] ?? ""}
        options={COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) })).sort(byLabel)}
      />
      <SelectField
        name="kind"
        label={t("filterKind")}
        empty={t("any")}
        defaultValue={view.kind.any[0] ?? ""}
        options={LANES.flatMap((lane) =>
          KINDS_OF_LANE[lane].map((kind) => ({
            value: `${lane}.${kind}`,
            label: formatValue("kind", `${lane}.${kind}`),
          })),
        )}
      />
      <TextField type="date" name="from" label={t("filterFrom")} defaultValue={view.from ?? ""} />
      {view.scale === "whole" && (
        <TextField type="date" name="to" label={t("filterTo")} defaultValue={view.to ?? ""} />
      )}
      {(["periodFrom", "periodTo"] as const).map((key) => (
        <TextField key={key} type="date" name={key} label={legend(key)} defaultValue={view[key] ?? ""} />
      ))}
    </FilterForm>
  );
}
