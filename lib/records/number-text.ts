/** A number as a person writes it. */
const PLAIN = /^[+-]?\d{1,15}(?:[.,]\d{1,20})?$/;
/** One separator with three digits behind it: thousands for one reader, thousandths for another. */
const GROUPED = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

const DECIMAL = new Intl.NumberFormat("en", { useGrouping: false, maximumFractionDigits: 20 });

/** A number as a text that can be read again; null for one that has no place in PLAIN: too great, or too near to zero. */
function decimalText(number: number): string | null {
  const text = DECIMAL.format(number);
  return PLAIN.test(text) && Number(text) === number ? text : null;
}

/** The same number is written with or without a plus and noughts at its ends. */
const bareDigits = (text: string) =>
  text
    .replace(/^\+/, "")
    .replace(/^(-?)0+(?=\d)/, "$1")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** Whether all digits of a written number are kept when it is stored. */
export const isKept = (number: number, text = decimalText(number)): boolean =>
  text !== null && bareDigits(text) === bareDigits(decimalText(number) ?? "");

/**
 * What a text says as a number; a decimal comma is a decimal point. Digits of another base, exponents and grouped
 * thousands are none, and so is what has more digits than a number keeps.
 * @param isAllowed asked of the second reading of "1.234" (1234): a text is ambiguous only where both could stand
 */
export function readNumber(text: string, isAllowed: (value: number) => boolean): number | "invalid" | "ambiguous" {
  const trimmed = text.trim();
  if (!PLAIN.test(trimmed)) return "invalid";
  if (GROUPED.test(trimmed) && isAllowed(Number(trimmed.replace(/[.,]/, "")))) return "ambiguous";
  const written = trimmed.replace(",", ".");
  return isKept(Number(written), written) ? Number(written) : "invalid";
}
