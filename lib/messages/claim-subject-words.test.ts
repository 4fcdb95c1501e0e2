import { expect, test } from "vitest";
import { claimSubject, humaniseSubject, KNOWN_SUBJECTS, readSubject } from "./claim-subject-words";

test("a subject is read from its words in either language, its code or new words, and shown words lead back", () => {
  for (const words of Object.values(claimSubject)) {
    for (const [code, text] of Object.entries(words)) expect(readSubject(` ${text} `), text).toBe(code);
  }
  for (const code of KNOWN_SUBJECTS) expect(readSubject(code)).toBe(code);
  const cases: Record<string, string | null> = {
    "number of STATIONS": "station_count",
    "Bewegen per vélo!": "bewegen_per_velo",
    station_count_milan: "station_count_milan",
    "12 ships": null,
    数量: null,
    "": null,
  };
  for (const [typed, code] of Object.entries(cases)) expect(readSubject(typed), typed).toBe(code);
  expect(readSubject(humaniseSubject("station_count_milan"))).toBe("station_count_milan");
});
