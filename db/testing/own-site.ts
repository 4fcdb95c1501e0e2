import { type ChildProcess, spawn } from "node:child_process";
import { freePort } from "./free-port";

export type OwnSite = { readonly base: string; readonly child: ChildProcess };

/**
 * `npm start` on a data folder of its own with a database of its own, run in the folder of the repository; it answers when
 * this returns. Whoever starts it ends the child.
 * @param started is given the child at once, so that it can be ended while it starts
 */
export async function startOwnSite(
  { folder, root, env }: { folder: string; root: string; env?: Readonly<Record<string, string>> },
  started: (child: ChildProcess) => void = () => undefined,
): Promise<OwnSite> {
  const port = String(await freePort());
  const base = `http://127.0.0.1:${port}`;
  const own = { DATA_DIR: folder, DATABASE_URL: "", HOST: "127.0.0.1", PORT: port, NEXTAUTH_URL: base };
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "app/_commands/start.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...own, NEXTAUTH_SECRET: "", npm_lifecycle_event: "", ...env },
  });
  started(child);
  let output = "";
  await new Promise<void>((ready, failed) => {
    child.stdout.on("data", (data) => {
      output += data;
      if (output.includes("Ctrl-C stops it.")) ready();
    });
    child.once("exit", () => failed(new Error(output)));
  });
  return { base, child };
}
