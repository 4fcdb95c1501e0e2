import { expect, test } from "vitest";
import { BrandedError } from "./branded-error";
import { AlikeRecords, Invalid } from "./outcome";
import { Refusal } from "./refusal";

/** What a second bundle makes of the same module. */
class OtherInvalid extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.Invalid");
}

test("an error is known by its brand, whichever bundle's class made it", () => {
  expect(new OtherInvalid("x")).toBeInstanceOf(Invalid);
  expect(new Invalid({})).toBeInstanceOf(OtherInvalid);
  expect(new Invalid({})).not.toBeInstanceOf(Refusal);
  expect(Object.assign(new Error("x"), { name: "Invalid" })).not.toBeInstanceOf(Invalid);
});

test("a kind of an error is one of it, and not the other way round", () => {
  const alike = new AlikeRecords([]);
  expect(alike).toBeInstanceOf(Invalid);
  expect(alike).toBeInstanceOf(AlikeRecords);
  expect(new Invalid({})).not.toBeInstanceOf(AlikeRecords);
  expect(Object.keys(alike).sort()).toEqual(["alike", "errors", "name"]);
});
