import type { SearchKind } from "@/db/access/search/search";
import { type AskedFields, LISTS, viewOfQuestion } from "@/lib/filters/question-views";
import { LIST_PATHS } from "./hit-detail";

/** The page of all results. @param isExact nothing else is shown than what was typed finds */
export const searchHref = (q: string, kind?: SearchKind, { isExact = false } = {}) =>
  `/search?${new URLSearchParams({ q, ...(kind && { kind }), ...(isExact && { exact: "1" }) })}`;

/** The list of a kind, narrowed as a question by fields is; undefined where nothing of the kind can answer it. */
export function hrefOfList(kind: SearchKind, fields: AskedFields, words: string): string | undefined {
  const view = viewOfQuestion(LISTS[kind], fields, words);
  return view === null ? undefined : `${LIST_PATHS[kind]}?${view}`;
}
