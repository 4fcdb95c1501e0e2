import { type SQL, sql } from "drizzle-orm";
import { db } from "./client";

/** A statement as `pg` takes it, which rate-limiter-flexible writes for: "… where key = $1". */
type Statement = { readonly text: string; readonly values?: readonly unknown[] };

/** What rate-limiter-flexible takes for a client of `pg`: its few statements, on our own connections. */
export const limiterStore = {
  async query({ text, values = [] }: Statement) {
    const rows = await db.execute(filledIn(text, values));
    return { rows: [...rows], rowCount: rows.count };
  },
};

function filledIn(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(parts.map((part, index) => (index % 2 ? sql`${values[Number(part) - 1]}` : sql.raw(part))));
}
