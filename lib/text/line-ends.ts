/** Every line break as LF: forms send CR LF, files hold what their program writes. */
export const unifyLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n");
