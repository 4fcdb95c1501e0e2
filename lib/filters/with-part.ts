/** An address with one more part. */
export const withPart = (href: string, key: "after" | "item", value: string): string =>
  `${href}${href.includes("?") ? "&" : "?"}${key}=${value}`;
