import type postgres from "postgres";
import { fillBypassingApplication } from "./bypass-application";

/** What a dossier grows by: its records and what ties them. Organizations and people stay as they are. */
const TABLES = [
  ...["stations", "evidence", "claims", "responses", "events", "status_reports", "coverage"],
  ...["evidence_stations", "claim_claimants", "claim_evidence", "claim_disputes", "response_stations"],
  ...["response_claims", "response_evidence", "event_evidence", "coverage_examiners", "coverage_evidence"],
] as const;
const REFERENCES = [
  ...["id", "station_id", "evidence_id", "claim_id", "disputed_id", "response_id", "event_id", "coverage_id"],
];
/** Copies of an item that bears a day lie on other days, over four years, or a month would hold no more than it does. */
const SHIFT = "((copy * 37) % 1461)";
const shifted = (column: string) =>
  `case when published_from = published_to then (published_from + ${SHIFT})${column === "published_edtf" ? "::text" : ""} else ${column} end`;

const copyOf = (table: string, column: string) => {
  if (REFERENCES.includes(column)) return `md5(${column}::text || '#' || copy)::uuid`;
  if (column === "slug") return "slug || '-copy-' || copy";
  return table === "evidence" && column.startsWith("published_") && column !== "published_at"
    ? shifted(column)
    : column;
};

/**
 * Adds copies of a loaded dossier to itself, each with its own ids and ties, so that every proportion stays what it is.
 * Copies are numbered: the next call goes on where the last one ended.
 */
export class ScaledDossier {
  #copies = 0;

  private constructor(private readonly sql: postgres.Sql) {}

  static async of(sql: postgres.Sql): Promise<ScaledDossier> {
    for (const table of TABLES) await sql.unsafe(`create table "original_${table}" as table "${table}"`);
    return new ScaledDossier(sql);
  }

  /** So many times the dossier in all. */
  async growTo(times: number): Promise<void> {
    await this.#copy(TABLES, times - 1);
  }

  /** Evidence alone, up to about so many items. */
  async growEvidenceTo(items: number): Promise<void> {
    const [row] = await this.sql<{ own: number; all: number }[]>`
      select (select count(*)::int from original_evidence) as own, (select count(*)::int from evidence) as all`;
    const { own = 1, all = 0 } = row ?? {};
    await this.#copy(["evidence"], this.#copies + Math.ceil((items - all) / own));
  }

  async #copy(tables: readonly string[], last: number) {
    const first = this.#copies + 1;
    this.#copies = last;
    await fillBypassingApplication(this.sql, tables, async () => {
      for (const table of tables) {
        const columns = await this.sql<{ name: string }[]>`
          select column_name as name from information_schema.columns
          where table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
        const names = columns.map(({ name }) => name);
        await this.sql.unsafe(
          `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")})
           select ${names.map((name) => copyOf(table, name)).join(", ")}
           from "original_${table}", generate_series(${first}, ${last}) as copy`,
        );
      }
    });
  }
}
