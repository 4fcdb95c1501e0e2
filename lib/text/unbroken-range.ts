/** Lets no line break where it stands, and has no width. */
const WORD_JOINER = "\u2060";

/** Keeps each "1–11" of a sentence in one piece on a page, where a line would break after its dash. Files have it plain. */
export const joinRanges = (text: string) => text.replace(/(?<=\d)–(?=\d)/g, `–${WORD_JOINER}`);
