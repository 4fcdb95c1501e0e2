import { z } from "zod";
import { COUNTRY_CODES } from "../records/country";
import { LISTED_STATES } from "../records/editorial";
import { ORGANIZATION_KINDS, RELIABILITIES } from "../records/organization";
import { defineFilter, type FilterValue } from "./filter";
import { cursor, many, text, whole } from "./filter-field";

export const ORGANIZATION_FACETS = ["kind", "country", "reliability", "state"] as const;
export type OrganizationFacet = (typeof ORGANIZATION_FACETS)[number];

/** Not graded: apart from F, which is a grade that says that nobody can judge. */
export const NOT_GRADED = "none";

const place = z.strictObject({ name: z.string().max(200), id: z.uuid() });
export type OrganizationPlace = z.infer<typeof place>;

/** The view of the list of organizations and of its API. */
export const organizationFilter = defineFilter({
  q: text(),
  kind: many(ORGANIZATION_KINDS),
  country: many(COUNTRY_CODES),
  reliability: many([...RELIABILITIES, NOT_GRADED]),
  state: many(LISTED_STATES),
  limit: whole(1, 100, 25),
  after: cursor(place),
});
export type OrganizationView = FilterValue<typeof organizationFilter>;
