type Found = { readonly column: string | null; readonly reason: string };

/**
 * What is wrong with a table's header, each thing once: a misspelt column is not missing as well.
 * @param optional the columns that it may leave out
 */
export function headerProblems(
  header: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): Found[] {
  if (!header.some((name) => columns.includes(name))) {
    const first = header.join(" | ").slice(0, 80);
    const reason = `has none of the columns ${columns.join(", ")} in its first line (“${first}”)`;
    return [{ column: null, reason: `${reason}; they are separated by commas, semicolons or tabs` }];
  }
  const missing = new Set(columns.filter((name) => !header.includes(name)));
  const problems: Found[] = [];
  for (const [index, name] of header.entries()) {
    const column = name || `(column ${index + 1})`;
    if (columns.includes(name)) {
      if (header.indexOf(name) !== index) problems.push({ column, reason: "this column is there twice" });
      continue;
    }
    const meant = nearest(name, [...missing]);
    if (meant) missing.delete(meant);
    const reason = `nothing is known of this column${meant ? `; is “${meant}” meant?` : ""}`;
    problems.push({ column, reason });
  }
  for (const column of optional) missing.delete(column);
  return [...[...missing].map((column) => ({ column, reason: "this column is missing" })), ...problems];
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The name that differs by a slip of the hand: a third of its letters, at most three. */
function nearest(name: string, names: readonly string[]): string | null {
  const ranked = names
    .map((one) => ({ one, distance: editDistance(plain(name), plain(one)) }))
    .filter(({ one, distance }) => distance <= Math.min(3, one.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.one ?? null;
}

/** Levenshtein's: how many letters are put in, left out or exchanged. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
