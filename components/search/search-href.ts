import type { SearchKind } from "@/db/access/search/search";

/** The page of all results. @param isExact nothing else is shown than what was typed finds */
export const searchHref = (q: string, kind?: SearchKind, { isExact = false } = {}) =>
  `/search?${new URLSearchParams({ q, ...(kind && { kind }), ...(isExact && { exact: "1" }) })}`;
