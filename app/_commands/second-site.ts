import { join } from "node:path";
import { markReady, onExit } from "@/db/commands/lifetime";
import { runningAddresses } from "@/db/commands/reach-database";
import { ReadableError } from "@/db/readable-error";
import { freePort } from "@/db/testing/free-port";
import { readOrCreateSecret } from "./auth-secret";
import { ROOT, stopChild } from "./children";
import { startSite } from "./site";
import { openSite, type Site } from "./site-to-visit";

type Setting = (dataDir: string) => Readonly<Record<string, string>>;

/**
 * A production server with a module of this folder loaded first, beside the ordinary one that made the database, the
 * accounts and the build. Ends with the command.
 */
export async function openSecondSite(
  preload: string,
  env: Setting,
  kept?: string,
): Promise<Site & { readonly dataDir: string }> {
  const site = await openSiteBeside(await openSite(kept), preload, env);
  markReady();
  return site;
}

/** The same beside a site that is open already. */
export async function openSiteBeside(
  { dataDir, passwords }: Site,
  preload: string,
  env: Setting,
): Promise<Site & { readonly dataDir: string }> {
  if (!dataDir) throw new ReadableError("This measurement wants a server of its own: leave --base out.");
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const all = {
    DATABASE_URL: (await runningAddresses(dataDir))?.site ?? "",
    DATA_DIR: dataDir,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: await readOrCreateSecret(dataDir),
    NODE_OPTIONS: `--import ${join(ROOT, "app/_commands", preload)}`,
  };
  await startSite("start", "127.0.0.1", port, { ...all, ...env(dataDir) }, (child) => onExit(() => stopChild(child)));
  return { base, passwords, dataDir };
}
