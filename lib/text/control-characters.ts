/** Leaves out what neither XML 1.0 nor a calendar (RFC 5545) has a way to write; tabs and line ends stay. */
export const removeControlCharacters = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "");
