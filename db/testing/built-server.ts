import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./free-port";

export type BuiltServer = {
  readonly base: string;
  /** What it wrote, of both kinds. */
  readonly log: () => string;
  readonly pid: number;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** A further process of the site as it was built, on a database of the caller's. It answers when this returns. */
export async function startBuiltServer(env: Readonly<Record<string, string>>): Promise<BuiltServer> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_MANUAL_SIG_HANDLE: "true",
      NEXTAUTH_URL: base,
      ...env,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      log += data;
    });
  }
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const stop = (signal: NodeJS.Signals = "SIGKILL") => {
    child.kill(signal);
    return ended;
  };
  for (let tries = 0; child.exitCode === null && tries < 600; tries += 1) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return { base, pid: child.pid ?? 0, log: () => log, stop };
    await pause(50);
  }
  throw new Error(`The built server did not start:\n${log}`);
}
