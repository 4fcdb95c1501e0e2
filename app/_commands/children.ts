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

/** Runs a program to its end; its output is shown as it comes, or kept for the caller. */
export function runProgram(
  command: string,
  args: string[],
  options: { env?: Record<string, string>; quiet?: boolean; onStart?: (child: ChildProcess) => void } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const env = options.env ? { ...process.env, ...options.env } : process.env;
    const stdio: SpawnOptions["stdio"] = options.quiet
      ? ["ignore", "pipe", "pipe"]
      : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { cwd: ROOT, env, stdio });
    options.onStart?.(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data) => {
        output += data;
      });
    }
    child.once("error", (error) => resolve({ code: 127, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
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
