import { and, gt, sql } from "drizzle-orm";
import { signCheckpoint } from "@/lib/history/checkpoint";
import { type CheckpointProblem, CheckpointWalk } from "@/lib/history/checkpoint-walk";
import { GrowingTree } from "@/lib/history/merkle-tree";
import { logLeaf } from "@/lib/history/revision-proof";
import type { Signer } from "@/lib/history/signed-note";
import { getTranslations } from "@/lib/text/translations";
import { db } from "../client";
import { revisions } from "../schema";
import { IS_PUBLIC_CHANGE } from "../schema/revisions";
import { chainHashes } from "./chain-hashes";
import { appendNote, openSigner, readLog } from "./log-folder";
import { type Outlet, type OutletSettings, openOutlets } from "./outlets";

export type KeeperOptions = {
  readonly folder: string;
  /** The host that the site is known by. */
  readonly host: string;
  /** The signing key, where the environment gives it. */
  readonly given?: string;
  /** Where checkpoints leave the house. */
  readonly outlets?: OutletSettings;
  readonly log: (line: string) => void;
};

/** Signs how far the chain went. What was signed once is never contradicted: of a chain that does so nothing is signed. */
export class CheckpointKeeper {
  private tree = new GrowingTree();
  private signed = -1;
  private problem: CheckpointProblem | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private readonly outlets: readonly Outlet[];

  constructor(private readonly options: KeeperOptions) {
    this.outlets = openOutlets(options.outlets ?? {}, options.log);
  }

  /** Holds what was signed earlier against the chain; says what is wrong, and returns it. */
  async compare(): Promise<CheckpointProblem | null> {
    const { checkpoints, problem } = await readLog(this.options.folder);
    const walk = new CheckpointWalk(checkpoints);
    for await (const rows of chainHashes(0)) for (const { hash } of rows) walk.add(hash);
    this.tree = walk.tree;
    this.signed = checkpoints.at(-1)?.size ?? -1;
    this.problem = problem ?? walk.end();
    if (this.problem) this.options.log(describeCheckpointProblem(this.problem));
    return this.problem;
  }

  /**
   * Signs, when the chain has grown; one at a time.
   * @param successorOf makes the key that follows: then both sign, whether the chain has grown or not
   * @returns the note; nothing where there was nothing to sign
   */
  seal(successorOf?: (own: Signer) => Promise<Signer>): Promise<string | undefined> {
    const sealed = this.last.then(() => this.sign(successorOf));
    this.last = sealed.catch(() => undefined);
    return sealed;
  }

  /** Returns when what was signed has left the house, or could not for now. */
  async settle(): Promise<void> {
    await Promise.all(this.outlets.map((outlet) => outlet.settle()));
  }

  /** Whether something that readers see was written after the last checkpoint. */
  async isPublicationUnsealed(): Promise<boolean> {
    const [row] = await db
      .select({ seq: revisions.seq })
      .from(revisions)
      .where(and(gt(revisions.seq, Math.max(this.signed, 0)), sql.raw(IS_PUBLIC_CHANGE)))
      .limit(1);
    return row !== undefined;
  }

  private async sign(successorOf?: (own: Signer) => Promise<Signer>): Promise<string | undefined> {
    if (this.problem) return undefined;
    for await (const rows of chainHashes(this.tree.size)) {
      for (const { seq, hash } of rows) {
        // A gap in the chain is the check's to name; over it nothing is signed.
        if (seq !== this.tree.size + 1) return undefined;
        this.tree.add(logLeaf(hash));
      }
    }
    if (!successorOf && this.tree.size <= Math.max(this.signed, 0)) return undefined;
    const { folder, given, host } = this.options;
    const own = await openSigner(folder, { given, host });
    const signers = successorOf ? [await successorOf(own), own] : [own];
    const { size } = this.tree;
    const note = signCheckpoint({ origin: own.verifier.name, size, root: this.tree.root() }, signers);
    await appendNote(folder, note);
    this.signed = size;
    for (const outlet of this.outlets) outlet.send(note);
    return note;
  }
}

export function describeCheckpointProblem({ problem, seq, agreed }: CheckpointProblem): string {
  const t = getTranslations("en", "history");
  const until = agreed > 0 ? ` Up to revision ${agreed} an earlier checkpoint agrees.` : "";
  return `The history is not as it was signed. Revision ${seq}: ${t(`problem.${problem}`)}.${until}`;
}
