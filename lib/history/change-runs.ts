/** Changes that one person made in a row to records of one kind. */
export type ChangeRun<C> = { readonly first: C; readonly rest: readonly C[] };

type Changed = { readonly action: string; readonly author: string | null; readonly kind: string };

/** Neighbours alike in step, hand and kind read as one line: "Published 38 status reports". */
export function groupIntoRuns<C extends Changed>(changes: readonly C[]): ChangeRun<C>[] {
  const runs: { first: C; rest: C[] }[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last && isAlike(last.first, change)) last.rest.push(change);
    else runs.push({ first: change, rest: [] });
  }
  return runs;
}

const isAlike = (a: Changed, b: Changed) => a.action === b.action && a.author === b.author && a.kind === b.kind;
