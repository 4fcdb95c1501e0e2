/** Something wrong in a dossier's files: where, and why, in a sentence for the person who keeps them. */
export type DossierProblem = {
  readonly file: string;
  /** 1 is the header; null: the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  readonly reason: string;
};

/** Files that can't be loaded as they are. Nothing was written. */
export class BrokenDossier extends Error {
  override readonly name = "BrokenDossier";

  constructor(readonly problems: readonly DossierProblem[]) {
    super(
      `The dossier has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}; nothing was written.`,
    );
  }
}

/** "stations.csv:12 status: …", as editors make it clickable. */
export const formatProblem = ({ file, line, column, reason }: DossierProblem) =>
  `${file}${line === null ? "" : `:${line}`}${column === null ? "" : ` ${column}`}: ${reason}`;
