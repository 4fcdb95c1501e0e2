import { rename } from "node:fs/promises";
import { CheckpointKeeper, describeCheckpointProblem } from "@/db/checkpoints/keeper";
import {
  addVerifier,
  logFolder,
  newSigner,
  readLastNote,
  readVerifiers,
  replaceKey,
} from "@/db/checkpoints/log-folder";
import { closeDatabase } from "@/db/client";
import { type Environment, loadEnvironment, outletsOf } from "@/db/environment";
import { ReadableError } from "@/db/readable-error";
import type { Signer } from "@/lib/history/signed-note";
import { onExit, runCommand } from "./lifetime";
import { reachDatabase } from "./reach-database";

const USAGE = `npm run checkpoints -- <what>

  show     the keys of the log, the oldest first, and its newest checkpoint
  sign     signs how far the history goes now
  rotate   makes a new key; the next checkpoint is signed by both, so that whoever trusts the old one can follow
  new-log  puts the log aside and begins another, after the database was restored from a backup: what is said of the
           first log stays with its keys, and whoever holds a checkpoint of it can see that it ended`;

type Log = { readonly folder: string; readonly environment: Environment; readonly keeper: CheckpointKeeper };

async function requireAgreement(keeper: CheckpointKeeper): Promise<void> {
  const problem = await keeper.compare();
  if (problem) throw new ReadableError(`${describeCheckpointProblem(problem)}\nNothing is signed of such a history.`);
}

const STEPS: Record<string, (log: Log) => Promise<void>> = {
  async show({ folder }) {
    for (const { text } of await readVerifiers(folder)) console.log(text);
    console.log(`\n${(await readLastNote(folder)) ?? "No checkpoint has been signed yet."}`);
  },
  async sign({ folder, keeper }) {
    await requireAgreement(keeper);
    await keeper.seal();
    console.log((await readLastNote(folder)) ?? "Nothing has been written yet.");
  },
  async rotate({ folder, keeper, environment }) {
    await requireAgreement(keeper);
    let successor: Signer | undefined;
    const note = await keeper.seal(async (own) => {
      successor = newSigner(own.verifier.name);
      await addVerifier(folder, successor.verifier);
      return successor;
    });
    if (!successor) return;
    if (environment.CHECKPOINT_KEY) console.log(`Set CHECKPOINT_KEY to this, and start again:\n${successor.text}\n`);
    else await replaceKey(folder, successor);
    console.log(note);
  },
  async "new-log"({ folder, environment }) {
    if (environment.CHECKPOINT_KEY)
      throw new ReadableError("A log has a key of its own: take CHECKPOINT_KEY away first.");
    const aside = `${folder}-until-${new Date().toISOString().replaceAll(":", "-")}`;
    await rename(folder, aside);
    console.log(`The log is in ${aside} now. The next start begins another.`);
  },
};

await runCommand(async () => {
  const step = STEPS[process.argv[2] ?? ""];
  if (!step || process.argv.length > 3) throw new ReadableError(USAGE);
  const environment = loadEnvironment();
  await reachDatabase();
  onExit(closeDatabase);
  const folder = logFolder(process.env.DATA_DIR ?? environment.DATA_DIR);
  const { CHECKPOINT_KEY: given, NEXTAUTH_URL } = environment;
  const { host } = new URL(NEXTAUTH_URL ?? `http://${environment.HOST}:${environment.PORT}`);
  const outlets = outletsOf(environment);
  const keeper = new CheckpointKeeper({ folder, host, given, outlets, log: (line) => console.error(line) });
  await step({ folder, environment, keeper });
  await keeper.settle();
  return 0;
});
