/** An item in quotation marks, in which a backslash stands before what would end it; or one without, which has neither. */
const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gs;

/** Reads what PostgreSQL writes for `text[]`: drizzle's own reader leaves each backslash out. */
export const parseTextArray = (written: string): (string | null)[] =>
  [...written.matchAll(ITEM)].map(([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return bare === undefined || bare === "NULL" ? null : bare;
  });

/** Writes what PostgreSQL reads as `text[]`: one parameter, however many texts there are. */
export const writeTextArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
