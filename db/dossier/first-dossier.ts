import { db } from "../client";
import { evidence } from "../schema";
import { FIRST_DOSSIER, loadDossier } from "./load";

/** Loads the investigation that comes with Wederhoor into a database that holds no record yet. */
export async function loadFirstDossier(
  people: { author?: string; approver?: string },
  note: (line: string) => void,
): Promise<string> {
  const [found] = await db.select({ id: evidence.id }).from(evidence).limit(1);
  if (found) return "already there";
  const { files } = await loadDossier({ folder: FIRST_DOSSIER, ...people, onProgress: note });
  return files.map(({ file, rows }) => `${rows} ${file.replace(/\.csv$/, "").replaceAll("_", " ")}`).join(", ");
}
