/** Of a reason for the history and of a note for the public, in characters. Apart from the schemas: islands need it alone. */
export const LONGEST_REASON = 1000;
