import { char, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { countryCheck, editorial, editorialChecks, fuzzyDate, fuzzyDateCheck, waitingIndexes } from "./columns";
import { evidence } from "./evidence";
import { organizations } from "./organizations";

/** "Examined, none found" in a country, on record. Reported follows from the stations; no row at all is not examined. */
export const coverage = pgTable(
  "coverage",
  {
    ...editorial(),
    country: char("country", { length: 2 }).notNull(),
    ...fuzzyDate("asOf", "as_of"),
  },
  (row) => [
    index("coverage_by_country").on(row.country, row.asOfSort, row.id),
    index("coverage_by_state").on(row.state, row.asOfSort, row.id),
    index("coverage_by_change").on(row.updatedAt, row.id),
    ...waitingIndexes("coverage", row),
    ...editorialChecks("coverage"),
    fuzzyDateCheck("coverage", "as_of"),
    countryCheck("coverage"),
  ],
);

export const coverageExaminers = pgTable(
  "coverage_examiners",
  {
    coverageId: uuid("coverage_id")
      .notNull()
      .references(() => coverage.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
  },
  (link) => [
    primaryKey({ columns: [link.coverageId, link.organizationId] }),
    index("coverage_examiners_organization").on(link.organizationId),
  ],
);

export const coverageEvidence = pgTable(
  "coverage_evidence",
  {
    coverageId: uuid("coverage_id")
      .notNull()
      .references(() => coverage.id),
    evidenceId: uuid("evidence_id")
      .notNull()
      .references(() => evidence.id),
  },
  (link) => [
    primaryKey({ columns: [link.coverageId, link.evidenceId] }),
    index("coverage_evidence_evidence").on(link.evidenceId),
  ],
);
