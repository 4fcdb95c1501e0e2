import { expect, test, vi } from "vitest";
import { date } from "../messages/date";
import { createNamespaceTranslator, MISSING } from "./translator";

test("a message that is not there is marked as missing, in whichever namespace", () => {
  const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);
  const t = createNamespaceTranslator<"date">("en", { ...date.en, about: undefined } as unknown as typeof date.en);
  expect(t("unknown")).toBe("date unknown");
  expect(t("about", { date: "2022" })).toBe(`${MISSING}about`);
  expect(complaints).toHaveBeenCalled();
  complaints.mockRestore();
});
