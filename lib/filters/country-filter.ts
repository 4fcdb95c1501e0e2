import { REGIONS, type Region } from "../records/country";
import { COVERAGES } from "../records/coverage";
import { defineFilter, type FilterValue } from "./filter";
import { choiceField, choicesField, flagField, numberField } from "./filter-field";

const REGION_CODES = Object.keys(REGIONS).sort() as [Region, ...Region[]];
export const COUNTRY_SORTS = ["name", "claimed", "documented", "answered"] as const;
export type CountrySort = (typeof COUNTRY_SORTS)[number];

/** The view of the table of countries. */
export const countryFilter = defineFilter({
  coverage: choicesField(COVERAGES),
  region: choicesField(REGION_CODES),
  /** Countries of which a station is on file. */
  onFile: flagField(),
  sort: choiceField<CountrySort>(COUNTRY_SORTS),
  /** Of the countries with figures. */
  page: numberField(1, 100, 1),
});
export type CountryView = FilterValue<typeof countryFilter>;
export { REGION_CODES };
