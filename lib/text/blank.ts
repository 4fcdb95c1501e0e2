/** True for a text that shows nothing: spaces, controls, and signs that are invisible by themselves (U+200B, U+3164). */
export const isBlank = (text: string): boolean => !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
