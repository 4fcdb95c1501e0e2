import { sql } from "drizzle-orm";
import { char, index, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { ORGANIZATION_KINDS, RELIABILITIES } from "@/lib/records/organization";
import {
  countryCheck,
  editorial,
  editorialChecks,
  likenessKeyColumn,
  searchDocument,
  waitingIndexes,
} from "./columns";

export const organizationKind = pgEnum("organization_kind", ORGANIZATION_KINDS);
export const reliability = pgEnum("reliability", RELIABILITIES);

export const organizations = pgTable(
  "organizations",
  {
    ...editorial(),
    name: text("name").notNull(),
    kind: organizationKind("kind").notNull(),
    country: char("country", { length: 2 }),
    alternateNames: text("alternate_names").array().notNull().default([]),
    url: text("url"),
    /** Null: nobody has graded it yet. F: graded, and it cannot be judged. */
    reliability: reliability("reliability"),
    search: searchDocument(sql`null`, sql`"name"`, sql`join_texts("alternate_names")`, sql`"url"`),
    likenessKeys: likenessKeyColumn(sql`organization_keys("name", "alternate_names", "url")`),
  },
  (organization) => [
    index("organizations_by_name").on(organization.name, organization.id),
    index("organizations_by_kind").on(organization.kind, organization.name, organization.id),
    index("organizations_by_country").on(organization.country, organization.name, organization.id),
    index("organizations_by_reliability").on(organization.reliability, organization.name, organization.id),
    index("organizations_by_state").on(organization.state, organization.name, organization.id),
    index("organizations_by_change").on(organization.updatedAt, organization.id),
    index("organizations_search").using("gin", organization.search),
    index("organizations_alike").using("gin", organization.likenessKeys),
    ...waitingIndexes("organizations", organization),
    ...editorialChecks("organizations"),
    countryCheck("organizations"),
  ],
);
