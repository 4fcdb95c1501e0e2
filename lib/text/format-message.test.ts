import { _createCache, _createIntlFormatters } from "use-intl/core";
import formatWithParser from "use-intl/format-message";
import { expect, test } from "vitest";
import { messages } from "../messages";
import formatMessage from "./format-message";
import { LOCALES } from "./locale";
import { parseMessage } from "./message-parts";
import { LANGUAGE_TAGS } from "./translator";

type Tree = { readonly [key: string]: string | Tree };
const textsIn = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? [value] : textsIn(value)));

/** None, one and many, with a separator and none, and every choice that the message names. */
function valuesFor(text: string) {
  const choices = text.includes(", select,") ? [...text.matchAll(/(\w+) \{/g)].map((match) => match[1]) : [];
  const tags = [...text.matchAll(/<(\w+)>/g)].map(({ 1: tag }) => [
    tag,
    (inside: unknown) => `[${tag} ${[inside].flat().join("")}]`,
  ]);
  const names = [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]);
  return [0, 1, 12_345.6, ...choices].map((value) =>
    Object.fromEntries([...names.map((name) => [name, value]), ...tags]),
  );
}

test.each(LOCALES)("each message in %s reads as use-intl's own parser has it", (locale) => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale: LANGUAGE_TAGS[locale] };
  const texts = Object.values(messages).flatMap((namespace) =>
    textsIn(namespace[locale]).filter((text) => /[{<]/.test(text)),
  );
  for (const text of texts) {
    for (const values of valuesFor(text)) {
      const read = [formatMessage, formatWithParser].map((format) =>
        [format("key", text, values, options)].flat().join(""),
      );
      expect(read[0], text).toBe(read[1]);
    }
  }
});

test("of a message that says nothing of none a text is left, which is shown as it is", () => {
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale: "en-GB" };
  expect(
    formatMessage("key", "{a, plural, =0 {} other {# more. }}{b, plural, =0 {} other {#}}", { a: 0, b: 0 }, options),
  ).toBe("");
});

test.each(["{open", "{a, date}", "{a, plural, one {x}", "<b>x", "<b>x</i>", "x}", "{a, number, percent}"])(
  "%s is refused, and not read as something else",
  (text) => expect(() => parseMessage(text)).toThrow(SyntaxError),
);
