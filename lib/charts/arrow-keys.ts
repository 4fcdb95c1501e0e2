/** Where a mark stands: marks of one row follow each other, rows follow each other. */
type RowMark = { readonly row: string | null };

/**
 * The mark that a key leads to from the one in focus, as a place in the list; null when the key is not ours.
 * Left and right go along; up and down go to the next row, as far along as here. Marks without rows are one line.
 */
export function nextMarkByKey(marks: readonly RowMark[], current: number, key: string): number | null {
  const last = marks.length - 1;
  const within = (index: number) => Math.min(Math.max(index, 0), last);
  if (last < 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowRight") return within(current + 1);
  if (key === "ArrowLeft") return within(current - 1);
  if (key !== "ArrowDown" && key !== "ArrowUp") return null;
  const step = key === "ArrowDown" ? 1 : -1;
  const row = marks[current]?.row ?? null;
  if (row === null) return within(current + step);
  const rows = [...new Set(marks.map((mark) => mark.row))];
  const wanted = rows[rows.indexOf(row) + step];
  if (wanted === undefined) return current;
  const placesOf = (of: string | null) => marks.flatMap((mark, index) => (mark.row === of ? [index] : []));
  const there = placesOf(wanted);
  return there[Math.min(placesOf(row).indexOf(current), there.length - 1)] ?? current;
}
