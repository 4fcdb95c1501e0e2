/** Longer than any word of a language: an address, a hash, a slip of the keyboard. */
const LONGEST_WORD = 40;
const LONG = new RegExp(`[^\\s\\u200b-]{${LONGEST_WORD},}`);

/**
 * The class for a text that has no place to break in: it may break anywhere. Others keep their words whole, since a column
 * of a table is otherwise narrowed to a letter.
 */
export const breakingClass = (content: unknown): string | undefined =>
  typeof content === "string" && LONG.test(content) ? "wrap-anywhere" : undefined;
