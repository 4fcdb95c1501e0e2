import type { Locale } from "../text/locale";

/** Shorter than this the first piece is an abbreviation rather than a sentence ("St."). */
const LEAST = 20;

/** A finding as a heading and what follows it: its first sentence, without the stop, and the rest. */
export function leadOf(finding: string, locale: Locale): { readonly lead: string; readonly rest: string } {
  const sentences = [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(finding)];
  const next = sentences.find(({ index }) => index >= LEAST);
  const lead = (next ? finding.slice(0, next.index) : finding).trim();
  // What could not be told apart stays sentences, each with its stop.
  const heading = lead.includes(". ") ? lead : lead.replace(/[.]$/, "");
  return { lead: heading, rest: next ? finding.slice(next.index).trim() : "" };
}
