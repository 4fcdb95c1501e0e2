import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { ORGANIZATION_KINDS, RELIABILITIES } from "../records/organization";
import { defineFilter, type FilterValue } from "./filter";
import { choicesField, cursorField, numberField, textField } from "./filter-field";

export const ORGANIZATION_FACETS = ["kind", "country", "reliability", "state"] as const;
export type OrganizationFacet = (typeof ORGANIZATION_FACETS)[number];

/** Not graded; F is a grade of its own: nobody can judge. */
export const NOT_GRADED = "none";

const organizationCursor = z.strictObject({ name: z.string().max(200), id: z.uuid() });
export type OrganizationCursor = z.infer<typeof organizationCursor>;

/** The view of the list of organizations and of its API. */
export const organizationFilter = defineFilter({
  q: textField(),
  kind: choicesField(ORGANIZATION_KINDS),
  country: choicesField(COUNTRY_CODES),
  reliability: choicesField([...RELIABILITIES, NOT_GRADED]),
  state: choicesField(LISTED_STATES),
  limit: numberField(1, 100, 25),
  after: cursorField(organizationCursor),
});
export type OrganizationView = FilterValue<typeof organizationFilter>;
