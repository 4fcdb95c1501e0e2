/** A number as a person writes it. */
const PLAIN = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/;
/** One separator with three digits behind it: thousands for one reader, thousandths for another. */
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * What a text says as a number; a decimal comma is a decimal point. Digits of another base, exponents and grouped
 * thousands are none.
 * @param isAllowed asked of the second reading of "1.234" (1234): a text is ambiguous only where both could stand
 */
export function readNumber(text: string, isAllowed: (value: number) => boolean): number | "invalid" | "ambiguous" {
  const trimmed = text.trim();
  if (!PLAIN.test(trimmed)) return "invalid";
  if (GROUPED.test(trimmed) && isAllowed(Number(trimmed.replace(/[.,]/, "")))) return "ambiguous";
  return Number(trimmed.replace(",", "."));
}
