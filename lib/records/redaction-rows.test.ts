import { expect, test } from "vitest";
import { countBoxes, nameOfType, redactionForm, redactionInput } from "./redaction";
import { boxRowsOf, placeOfRow, rowAfterKey, rowBetween } from "./redaction-rows";

const box = { page: "2", left: "10", top: "20,5", width: "30", height: "5" };
const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const flat = (row: Record<string, string>, index = 0) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [`boxes.${index}.${field}`, value]));

test("a form's fields are the boxes that are painted, and empty rows are none", () => {
  const empty = { page: "", left: "", top: "", width: "", height: "" };
  const fields = { id, name: "copy", ...flat(empty), ...flat(box, 1) };
  const parsed = redactionForm.parse(fields);
  expect(parsed.input).toEqual({ id, name: "copy", boxes: [{ page: 2, left: 10, top: 20.5, width: 30, height: 5 }] });
  expect(boxRowsOf(fields)).toEqual([box]);
  expect(boxRowsOf({ page: "3" })).toEqual([]);
});

test("a box that says no place is wrong where it says none, and a copy needs one", () => {
  const errors = (fields: object) =>
    redactionForm
      .safeParse({ id, name: "copy", ...fields })
      .error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(errors(flat({ ...box, left: "" }))).toEqual([["boxes.0.left", "validation.required"]]);
  expect(errors(flat({ ...box, width: "101" }))).toEqual([["boxes.0.width", "validation.percent"]]);
  expect(errors(flat({ ...box, page: "1.5" }))).toEqual([["boxes.0.page", "validation.integer"]]);
  expect(errors({})).toEqual([["boxes", "validation.boxMissing"]]);
  const boxes = Array.from({ length: 201 }, () => ({ page: 1, left: 1, top: 1, width: 1, height: 1 }));
  expect(redactionInput.safeParse({ name: "x", boxes }).success).toBe(false);
});

test("a box is drawn between two points, whichever comes first, and stays on its page", () => {
  const drawn = { page: "1", left: "10", top: "20", width: "25.33", height: "5" };
  expect(rowBetween(1, { x: 35.333, y: 25 }, { x: 10, y: 20 })).toEqual(drawn);
  expect(rowBetween(1, { x: 90, y: -5 }, { x: 130, y: 10 })).toMatchObject({ left: "90", top: "0", width: "10" });
  expect(rowBetween(1, { x: 10, y: 10 }, { x: 10.1, y: 50 })).toBeNull();
  expect(placeOfRow({ ...box, height: "" })).toBeNull();
  expect(placeOfRow(box)).toEqual({ left: 10, top: 20.5, width: 30, height: 5 });
});

test("arrow keys move a box and, with Shift, its right and lower edge", () => {
  expect(rowAfterKey(box, "ArrowRight", false)).toMatchObject({ left: "10.5", width: "30" });
  expect(rowAfterKey({ ...box, left: "0" }, "ArrowLeft", false)).toMatchObject({ left: "0" });
  expect(rowAfterKey({ ...box, left: "69.8" }, "ArrowRight", false)).toMatchObject({ left: "70" });
  expect(rowAfterKey(box, "ArrowUp", true)).toMatchObject({ top: "20,5", height: "4.5" });
  expect(rowAfterKey(box, "Enter", false)).toBeNull();
});

test("what custody says of boxes, and the ending of a copy's name", () => {
  const boxes = [3, 1, 3].map((page) => ({ page, left: 1, top: 1, width: 1, height: 1 }));
  expect(countBoxes(boxes)).toEqual({ boxes: 3, pages: "1, 3" });
  expect(nameOfType("Letter", "application/pdf")).toBe("Letter.pdf");
  expect(nameOfType("photo.webp", "image/png")).toBe("photo.png");
  expect(nameOfType("photo.JPG", "image/jpeg")).toBe("photo.JPG");
});
