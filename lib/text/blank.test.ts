import { expect, test } from "vitest";
import { isBlank } from "./blank";

test.each(["", " ", "\n\t", "\u00a0", "\u200b", "\u200d\ufe0f", "\u00ad", "\u3164", "\u3000", "\u2060 \ufeff"])(
  "%j shows nothing",
  (text) => expect(isBlank(text)).toBe(true),
);

test.each(["a", "\u200b.", "福", "👩‍💻", "—", "٣"])("%j shows something", (text) =>
  expect(isBlank(text)).toBe(false),
);
