import { expect, test } from "vitest";
import { readToast } from "./toast-cookie";

test("a toast is read as it was left, but for a link that would lead elsewhere, and what is none is none", () => {
  const whole = { text: "Saved.", link: { href: "/events/evt-01", label: "Open it" }, undo: { what: "view" } };
  expect(readToast(JSON.stringify(whole))).toEqual(whole);
  for (const href of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", 7]) {
    expect(readToast(JSON.stringify({ ...whole, link: { href, label: "x" } }))).toEqual({
      text: "Saved.",
      undo: { what: "view" },
    });
  }
  for (const none of ["", "null", "{}", "[]", '"Saved."', '{"text":7}', "{"]) expect(readToast(none)).toBeNull();
});
