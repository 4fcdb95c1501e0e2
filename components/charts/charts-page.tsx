import { useLocaleCode, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { AddressProblems } from "@/components/records/address-problems";
import { useBoxFormatter } from "@/components/records/box-format";
import { countryChoices } from "@/components/records/country-choices";
import { useChips } from "@/components/records/list-frame";
import { Play } from "@/components/timeline/play";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { ActiveFilters } from "@/components/ui/filter-form";
import { PlainLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Tabs } from "@/components/ui/tabs";
import { type ChartsView, chartsFilter } from "@/lib/charts/charts-filter";
import type { AnyFigure } from "@/lib/charts/figures";
import { CHARTS, type Chart } from "@/lib/charts/figures";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { CHART_SORTS } from "@/lib/figures/country-figure";
import { RECORDS_SEEN } from "@/lib/filters/dashboard-filter";
import type { FilterProblem } from "@/lib/filters/filter";
import { countryName } from "@/lib/records/country";
import type { Period } from "@/lib/timeline/timeline-scale";
import { ChartFigureView } from "./chart-figure";

type Props = {
  view: ChartsView;
  problems: readonly FilterProblem[];
  figures: readonly AnyFigure<Chart>[];
  /** The days that playing goes through; null: nothing is dated. */
  dated: Period | null;
  /** Whether there is anything else than published records to choose. */
  seesDrafts: boolean;
};

const PATH = "/charts";
/** One that holds a small chart for each country. */
const WIDE: ReadonlySet<Chart> = new Set(["status"]);

/** The figures of the dossier, narrowed and ordered by the address. */
export function ChartsPage({ view, problems, figures, dated, seesDrafts }: Props) {
  const t = useTranslations("charts");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="mb-6 flex flex-col gap-3 print:hidden">
        <AddressProblems problems={problems} />
        {seesDrafts && (
          <Tabs
            label={t("records")}
            items={RECORDS_SEEN.map((records) => ({
              href: chartsFilter.href(PATH, view, { records }),
              label: t(records === "all" ? "recordsAll" : "recordsPublished"),
              current: view.records === records,
            }))}
          />
        )}
        <Narrowing view={view} />
        {dated && (
          <Messages of={["explorer"]}>
            <Play
              path={PATH}
              query={chartsFilter.toQuery({ ...view, to: undefined })}
              bounds={{ ...dated, from: view.from && view.from < dated.to ? view.from : dated.from }}
              value={view.to}
            />
          </Messages>
        )}
        <nav aria-label={t("jump")}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {(["all", ...CHARTS] as const).map((figure) => (
              <li key={figure}>
                <PlainLink
                  href={chartsFilter.href(PATH, view, { figure })}
                  staysInPlace
                  aria-current={view.figure === figure ? "page" : undefined}
                  className="text-accent underline decoration-rule underline-offset-4 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {figure === "all" ? t("all") : t(`picture.${figure}`)}
                </PlainLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="chart-grid">
        {figures.map((figure, index) => (
          <div
            key={figure.name}
            className={figures.length === 1 || WIDE.has(figure.name) ? "is-wide min-w-0" : "min-w-0"}
          >
            <ChartFigureView figure={figure} view={view} isTeaching={index === 0} />
          </div>
        ))}
      </div>
    </>
  );
}

function Narrowing({ view }: { view: ChartsView }) {
  const t = useTranslations("charts");
  const locale = useLocaleCode();
  const formatBox = useBoxFormatter();
  const narrowings = chartsFilter.narrowings(view);
  const labels = {
    legend: (key: string) => t(key as "country" | "from" | "to" | "box"),
    formatValue: (key: string, value: string) => {
      if (key === "country") return countryName(value, locale);
      if (key === "from" || key === "to") return formatFuzzyDate({ edtf: value, from: value, to: value }, locale);
      return key === "box" ? formatBox(value) : value;
    },
  };
  const chips = useChips(narrowings, labels, (narrowing) => chartsFilter.without(PATH, view, narrowing));
  // A country that is chosen is added to those that were: the chips take them away again.
  const hiddenFields = [
    ...chartsFilter.hidden(view, ["from", "to", "sort", "country"]),
    ...view.country.any.map((code) => ["country", code] as const),
    ...view.country.without.map((code) => ["not.country", code] as const),
  ];
  return (
    <>
      <form
        action={PATH}
        data-follow="choices"
        aria-label={t("filters")}
        className="flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        {hiddenFields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <TextField type="date" name="from" label={t("from")} defaultValue={view.from ?? ""} />
        <TextField type="date" name="to" label={t("to")} defaultValue={view.to ?? ""} />
        <SelectField
          key={view.country.any.join()}
          name="country"
          label={t("country")}
          defaultValue=""
          empty={view.country.any.length === 0 ? t("anyCountry") : t("anotherCountry")}
          options={countryChoices(locale)}
        />
        <SelectField
          name="sort"
          label={t("sort")}
          defaultValue={view.sort}
          options={CHART_SORTS.map((sort) => ({ value: sort, label: t(`sortBy.${sort}`) }))}
        />
        <noscript>
          <Button type="submit">{t("show")}</Button>
        </noscript>
      </form>
      <ActiveFilters items={chips} clearHref={PATH} />
    </>
  );
}
