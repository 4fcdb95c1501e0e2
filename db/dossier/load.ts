import { foldingLast } from "../access/evidence/fold-last";
import { type TransactionOptions, transaction } from "../client";
import { dossierActors } from "./actors";
import type { DossierPlan } from "./plan";
import { planDossier } from "./plan-dossier";
import { BrokenDossier, type DossierProblem } from "./problem";
import { FILES, type FileKey, readDossier } from "./read";
import { wrongReferences } from "./references";
import { type DossierWriteResult, writePlan } from "./write";

export { FIRST_DOSSIER } from "./read";

/** A loader takes longer than a request may, the more so the more it loads. */
const PATIENT: TransactionOptions = { limit: 30 * 60_000 };

type LoadOptions = {
  readonly folder: string;
  /** E-mail addresses of the people in whose names it is loaded; left out, of two who can't sign in. */
  readonly author?: string;
  readonly approver?: string;
  readonly onProgress?: (sentence: string) => void;
};
type FileCount = { readonly file: string; readonly rows: number };
export type Loaded = DossierWriteResult & { readonly files: readonly FileCount[]; readonly milliseconds: number };

/**
 * Reads and checks a folder; writes nothing.
 * @throws BrokenDossier with every problem of every file
 */
export async function checkDossier(folder: string): Promise<{ plan: DossierPlan; files: FileCount[] }> {
  const { dossier, lines, problems } = await readDossier(folder);
  const plan = planDossier(dossier);
  const all = withoutTwins(problems, [...wrongReferences(lines), ...plan.problems]);
  if (all.length > 0) {
    const order = (file: string) => Object.values(FILES).findIndex((part) => part.file === file);
    throw new BrokenDossier(all.sort((a, b) => order(a.file) - order(b.file) || (a.line ?? 0) - (b.line ?? 0)));
  }
  const files = (Object.keys(FILES) as FileKey[]).map((key) => ({
    file: FILES[key].file,
    rows: dossier[key].length,
  }));
  return { plan, files };
}

/** Of a cell that can't be read one problem, and none of what follows from it. */
function withoutTwins(read: readonly DossierProblem[], between: readonly DossierProblem[]): DossierProblem[] {
  const cellOf = ({ file, line, column, reason }: DossierProblem) =>
    JSON.stringify([file, line, column, column === null ? reason : null]);
  const ofCells = new Map(read.toReversed().map((problem) => [cellOf(problem), problem]));
  return read
    .filter((problem) => ofCells.get(cellOf(problem)) === problem)
    .concat(between.filter((problem) => !ofCells.has(cellOf(problem))));
}

/**
 * Loads a dossier's folder in one transaction, as two people: one writes and submits, the other approves and publishes.
 * A second run with the same files changes nothing.
 * @throws BrokenDossier; ReadableError when one of the two people is not there
 */
export async function loadDossier({
  folder,
  author,
  approver,
  onProgress = () => undefined,
}: LoadOptions): Promise<Loaded> {
  const started = performance.now();
  const { plan, files } = await checkDossier(folder);
  const desk = await dossierActors(author, approver);
  const written = await transaction((tx) => foldingLast(tx, () => writePlan(tx, desk, plan, onProgress)), PATIENT);
  return { ...written, files, milliseconds: Math.round(performance.now() - started) };
}
