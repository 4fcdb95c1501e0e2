import { expect, test } from "vitest";
import { fieldsOf, IDLE } from "./fields-of";

const record = { name: "Amsterdam", countries: ["NL", "BE"], version: 3, note: null };

test("a form shows the stored record until something was typed", () => {
  const field = fieldsOf(IDLE, record);
  expect(field("name")).toEqual({ id: "f-name", name: "name", error: undefined, defaultValue: "Amsterdam" });
  expect(field("note").defaultValue).toBe("");
  expect(field.many("countries").defaultValue).toEqual(["NL", "BE"]);
});

test("what was typed stays beside its error, an emptied field too", () => {
  const outcome = {
    status: "invalid",
    errors: { name: "Fill this in." },
    values: { name: "", countries: "NL" },
  } as const;
  const field = fieldsOf(outcome, record, "second");
  expect(field("name")).toEqual({ id: "second-name", name: "name", error: "Fill this in.", defaultValue: "" });
  expect(field.many("countries").defaultValue).toEqual(["NL"]);
});

test("after a conflict the next save is based on the version that was shown", () => {
  const field = fieldsOf(
    { status: "conflict", current: {}, version: 4, values: { version: "3", name: "x" } },
    record,
  );
  expect([field("version").defaultValue, field("name").defaultValue]).toEqual(["4", "x"]);
});
