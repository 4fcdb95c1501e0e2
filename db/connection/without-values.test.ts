import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "../client";
import { organizations } from "../schema";
import { makeActor, makeOrganization } from "../testing/make";

const SECRET = "what a source said in confidence";

/** As a log shows it, with all that hangs on it. */
async function logged(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => {
      throw new Error("It did not fail.");
    },
    (reason: unknown) => reason,
  );
  return inspect(error, { depth: 10, maxStringLength: null });
}

test("an error of a statement tells which one it was and what it broke, and nothing of its values", async () => {
  const { slug } = await makeOrganization(await makeActor("reporter"), { name: SECRET });
  const failures = {
    "22P02": db.execute(sql`select ${SECRET}::int`),
    "22021": db.execute(sql`select ${`${SECRET}\u0000`}::text`),
    "42P01": db.execute(sql`select ${SECRET}::text from nowhere`),
    "23514": db
      .update(organizations)
      .set({ slug: `${SECRET}!` })
      .where(sql`${organizations.slug} = ${slug}`),
  };
  for (const [code, work] of Object.entries(failures)) {
    const text = await logged(work);
    expect.soft(text, code).not.toContain("in confidence");
    expect.soft(text, code).toContain(code);
    expect.soft(text, code).toContain("Failed query: ");
  }
});
