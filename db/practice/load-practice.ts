import { fileURLToPath } from "node:url";
import { dossierActors } from "../dossier/actors";
import { loadDossierOnce } from "../dossier/first-dossier";
import { arrangeWork } from "./arrange-work";

/** The wholly fictitious dossier that newcomers practise on. */
const PRACTICE_DOSSIER = fileURLToPath(new URL("./data", import.meta.url));

/** Loads the practice dossier into a database that holds no record yet, with work of every kind for each role. */
export async function loadPractice(
  people: { author?: string; approver?: string },
  note: (line: string) => void,
): Promise<string> {
  const loaded = await loadDossierOnce(PRACTICE_DOSSIER, people, note);
  if (loaded === "already there") return loaded;
  const { author, approver } = await dossierActors(people.author, people.approver);
  await arrangeWork(author, approver);
  return `${loaded}; all of it made up`;
}
