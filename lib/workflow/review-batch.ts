type Row = {
  readonly kind: string;
  readonly state: string;
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly reasons: readonly string[];
  readonly assignee: { readonly id: string } | null;
};

/** What is the same on every row, and said once above them. */
export type Common = {
  readonly kind: boolean;
  readonly state: boolean;
  readonly updatedBy: boolean;
  readonly assignee: boolean;
  readonly reasons: readonly string[];
};

export function commonOf(rows: readonly Row[]): Common {
  const [first, ...others] = rows;
  const isSame = (value: (row: Row) => unknown) =>
    first !== undefined && others.length > 0 && others.every((row) => value(row) === value(first));
  return {
    kind: isSame(({ kind }) => kind),
    state: isSame(({ state }) => state),
    updatedBy: isSame(({ updatedBy }) => updatedBy),
    assignee: isSame(({ assignee }) => assignee?.id ?? null),
    reasons:
      others.length > 0
        ? (first?.reasons ?? []).filter((reason) => others.every(({ reasons }) => reasons.includes(reason)))
        : [],
  };
}

/** So many rows of one write are worked through as one. */
const LEAST = 3;

/** Neighbours that one person wrote in one write (a loaded dossier, say) together; what is between as it stands. */
export function groupBatches<R extends Row>(
  rows: readonly R[],
): { readonly isBatch: boolean; readonly items: R[] }[] {
  const runs: R[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.updatedBy === row.updatedBy && last.updatedAt === row.updatedAt) run.push(row);
    else runs.push([row]);
  }
  const groups: { isBatch: boolean; items: R[] }[] = [];
  for (const run of runs) {
    const before = groups.at(-1);
    if (run.length >= LEAST) groups.push({ isBatch: true, items: run });
    else if (before && !before.isBatch) before.items.push(...run);
    else groups.push({ isBatch: false, items: [...run] });
  }
  return groups;
}
