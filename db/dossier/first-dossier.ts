import { db } from "../client";
import { evidence } from "../schema";
import { FIRST_DOSSIER, loadDossier } from "./load";

type People = { author?: string; approver?: string };

/** Loads the investigation that comes with Wederhoor into a database that holds no record yet. */
export const loadFirstDossier = (people: People, note: (line: string) => void): Promise<string> =>
  loadDossierOnce(FIRST_DOSSIER, people, note);

/** Loads a folder into a database that holds no record yet. @returns what was loaded, or "already there" */
export async function loadDossierOnce(folder: string, people: People, note: (line: string) => void): Promise<string> {
  const [found] = await db.select({ id: evidence.id }).from(evidence).limit(1);
  if (found) return "already there";
  const { files } = await loadDossier({ folder, ...people, onProgress: note });
  return files.map(({ file, rows }) => `${rows} ${file.replace(/\.csv$/, "").replaceAll("_", " ")}`).join(", ");
}
