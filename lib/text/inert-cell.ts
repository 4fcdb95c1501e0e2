/** A cell that a spreadsheet would run as a formula is kept as text, also where blanks stand before its sign. */
export const inertCell = (text: string): string =>
  /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
