import type { Locale } from "./locale";
import { getFormatter } from "./translator";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** In decimal units as an operating system shows them: 1,234,567 bytes are "1.2 MB". */
export function formatFileSize(bytes: number, locale: Locale): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  return getFormatter(locale).number(value, {
    style: "unit",
    unit: UNITS[step] as string,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  });
}
