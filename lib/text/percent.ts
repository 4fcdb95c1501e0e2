/** A length in a drawing, in per cent: to the hundredth, which is less than a pixel. */
export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
