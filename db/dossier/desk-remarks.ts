/** Sentences that speak of the dossier's own making. */
const REMARK =
  /\bseed\b|\bunpublished\b|\bfiled under\b|\bkept because\b|\bsecond page for\b|\bcheck against\b|^low[ -]reliability/i;
/** "Low: only one page names it", "Combined from two pages: medium.": the grade is the desk's, the rest is everybody's. */
const GRADED = /^(?:low|medium|high): *|: (?:low|medium|high)(?=\.$)/i;

const joined = (parts: readonly string[]) => parts.filter(Boolean).join(" ") || null;

/**
 * A row's remarks as two notes: what a reader must know of the record, and what only the desk does.
 * @param own remarks of the loader, for the desk
 */
export function notesOf(
  remarks: string | null,
  own: readonly (string | null | undefined)[] = [],
): { note: string | null; internalNote: string | null } {
  const sentences = (remarks ?? "").split(/(?<=[.!?])\s+/);
  const isOfDesk = (sentence: string) => REMARK.test(sentence);
  const isGraded = (sentence: string) => GRADED.test(sentence);
  const plain = (sentence: string) => {
    const rest = sentence.replace(GRADED, "");
    return rest === sentence ? sentence : rest.charAt(0).toUpperCase() + rest.slice(1);
  };
  return {
    note: joined(sentences.filter((sentence) => !isOfDesk(sentence)).map(plain)),
    internalNote: joined([
      ...sentences.filter((sentence) => isOfDesk(sentence) || isGraded(sentence)),
      ...own.map((part) => part ?? ""),
    ]),
  };
}
