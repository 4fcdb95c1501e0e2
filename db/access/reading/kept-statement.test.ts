import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import type { RecordKind } from "@/lib/records/editorial";
import { db } from "../../client";
import { evidence } from "../../schema";
import { makeActor } from "../../testing/make";
import { editorialTableOf } from "../tables";
import { visibleTo } from "../visibility";
import { keptReaderStatement, keptStatement } from "./kept-statement";

test("a statement is put together once for each shape, and has the values of each call", () => {
  const make = vi.fn((kind: RecordKind) => sql`select ${kind}::text, ${sql.placeholder("slug")}::text`);
  const statement = keptStatement(make);
  const [first, second, other] = [
    statement(["claim"], { slug: "one" }),
    statement(["claim"], { slug: "two" }),
    statement(["event"], { slug: "one" }),
  ];
  expect(second.text).toBe(first.text);
  expect([first, second, other].map(({ params }) => params)).toEqual([
    ["claim", "one"],
    ["claim", "two"],
    ["event", "one"],
  ]);
  expect(make).toHaveBeenCalledTimes(2);
});

test("values go through their columns' encoders as drizzle's own do, null among them", () => {
  const placeholders = { countries: sql.placeholder("countries"), author: sql.placeholder("author") };
  const values = { countries: ["NL", "DE"], author: null };
  const statement = keptStatement(() =>
    db
      .update(evidence)
      .set(placeholders as never)
      .getSQL(),
  );
  const { sql: text, params } = db.update(evidence).set(values).toSQL();
  expect(statement([], values)).toEqual({ text, params });
});

test("what a role sees is in the text of that role alone", async () => {
  const [editor, manager] = [await makeActor("editor"), await makeActor("manager")];
  const statement = keptReaderStatement(
    (reader, kind: RecordKind) => sql`select 1 where ${visibleTo(reader, editorialTableOf(kind))}`,
  );
  const [desk, told] = [statement(editor, ["event"], {}), statement(manager, ["event"], {})];
  expect(desk.text).not.toBe(told.text);
  expect(told.text).toContain("published");
});
