/** Lets no line break where it stands, and has no width. */
const WORD_JOINER = "\u2060";

/** "1–11", in one piece: a line would break after its dash. */
export const wholeRange = (from: string, to: string) => `${from}–${WORD_JOINER}${to}`;
