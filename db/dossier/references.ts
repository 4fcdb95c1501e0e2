import type { DossierProblem } from "./problem";
import { COMPANIONS, type DossierReading, FILES, type FileKey } from "./read";
import { listIn } from "./rows";

const KEYS = Object.keys(FILES) as FileKey[];
const PARTS = { ...FILES, ...COMPANIONS };

/** What is wrong between rows: ids that are there twice, and references to rows that are not there. */
export function wrongReferences(lines: DossierReading["lines"]): DossierProblem[] {
  const problems: DossierProblem[] = [];
  const ids = new Map<string, Set<string>>();
  for (const key of KEYS) {
    const seen = new Map<string, number>();
    const rows = lines[key]?.filter(({ cells }) => cells.id !== undefined) ?? [];
    for (const { cells, line } of rows) {
      const id = cells.id ?? "";
      const first = seen.get(id);
      if (first === undefined) seen.set(id, line);
      else
        problems.push({ file: FILES[key].file, line, column: "id", reason: `${id} is the id of line ${first} too` });
    }
    if (lines[key]?.length === rows.length) ids.set(key, new Set(seen.keys()));
  }

  for (const [key, part] of Object.entries(PARTS)) {
    if (!("names" in part)) continue;
    for (const { cells, line } of lines[key as keyof typeof PARTS] ?? []) {
      const blame = (column: string, reason: string) => problems.push({ file: part.file, line, column, reason });
      for (const [column, target] of Object.entries(part.names)) {
        for (const id of listIn(cells[column] ?? "")) {
          // Of a file that can't be read nothing is known: that was said once, of the file.
          if (!(ids.get(target)?.has(id) ?? true)) blame(column, `${id} is not in ${FILES[target as FileKey].file}`);
          else if (target === key && id === cells.id) blame(column, "names the row itself");
        }
      }
    }
  }
  if (ids.size < KEYS.length) return problems;
  for (const { cells, line } of lines.holds ?? []) {
    if ([...ids.values()].some((known) => known.has(cells.id ?? ""))) continue;
    problems.push({ file: "hold.csv", line, column: "id", reason: `${cells.id} is in none of the files` });
  }
  return problems;
}
