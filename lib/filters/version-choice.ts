import type { SearchParams } from "./filter";

const versionIn = (params: SearchParams, key: string) => {
  const value = params instanceof URLSearchParams ? params.get(key) : [params[key] ?? []].flat()[0];
  return /^[1-9]\d{0,8}$/.test(value ?? "") ? Number(value) : null;
};

export type VersionChoice = {
  /** The two versions to compare, the earlier first; null while there is one. */
  readonly pair: { readonly from: number; readonly to: number } | null;
  /** The page of the list begins below this version. */
  readonly before: number | null;
};

/** What an address asks to compare: the last two versions, unless it says otherwise. `?from=7&to=3` is read as 3 and 7. */
export function chooseVersions(params: SearchParams, latest: number): VersionChoice {
  const [from, to] = [versionIn(params, "from") ?? latest - 1, versionIn(params, "to") ?? latest];
  const [earlier, later] = [Math.min(from, to), Math.max(from, to)];
  return {
    pair: earlier >= 1 && earlier < later ? { from: earlier, to: later } : null,
    before: versionIn(params, "before"),
  };
}
