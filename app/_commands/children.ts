import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, wherever the command was called from. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A package's program, to be run by node itself: npx leaves its child behind when it is killed. */
export function programPath(name: string, path: string): string {
  return join(ROOT, "node_modules", name, path);
}

export type ProgramResult = { code: number; output: string };

export type ProgramOptions = {
  env?: Record<string, string>;
  /** Its output is kept for the caller, and not shown as it comes. */
  quiet?: boolean;
  /** Its output is shown from then on, with what came before: until then somebody else's is. */
  shownFrom?: Promise<unknown>;
  onStart?: (child: ChildProcess) => void;
};

/** Runs a program to its end. */
export function runProgram(command: string, args: string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const env = options.env ? { ...process.env, ...options.env } : process.env;
    const isKept = options.quiet || options.shownFrom !== undefined;
    const stdio: SpawnOptions["stdio"] = isKept ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { cwd: ROOT, env, stdio });
    options.onStart?.(child);
    let output = "";
    let isShown = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data) => {
        if (isShown) process.stdout.write(data);
        else output += data;
      });
    }
    const shown = options.shownFrom?.then(() => {
      process.stdout.write(output);
      [isShown, output] = [true, ""];
    });
    const end = async (code: number) => {
      await shown;
      resolve({ code, output });
    };
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Asks a child to end, and ends it when it does not. */
export async function stopChild(child: ChildProcess, patience = 8000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  await gone;
  clearTimeout(timer);
}
