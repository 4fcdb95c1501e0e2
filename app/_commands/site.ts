import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ReadableError } from "@/db/readable-error";
import { programPath, ROOT } from "./children";

// Longer than a browser, a pool or a proxy before the site waits (60 s as a rule): whoever reuses a connection finds it open.
const KEEP_ALIVE_MS = 75_000;
const LONGEST_WARMING_MS = 10_000;

/** @throws ReadableError when something else listens there, or nothing can */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = net.createServer();
  await new Promise<void>((free, taken) => {
    server.once("error", taken).listen(port, host, () => server.close(() => free()));
  }).catch((error: NodeJS.ErrnoException) => {
    throw new ReadableError(
      error.code === "EADDRINUSE"
        ? `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another number.`
        : `The site can't listen on ${host}, port ${port} (${error.code}). Set HOST and PORT to what this machine has.`,
    );
  });
}

/**
 * Starts Next.js and returns when it answers: it accepts connections before.
 * @returns what settles with how it ended, whenever that is
 */
export async function startSite(
  mode: "start" | "dev",
  host: string,
  port: number,
  env: Record<string, string>,
  onStart: (child: ChildProcess) => void,
): Promise<{ ended: Promise<string> }> {
  const withParent = fileURLToPath(new URL("./end-with-parent.mjs", import.meta.url));
  const withFront = fileURLToPath(new URL("./hold-until-front.mjs", import.meta.url));
  const preloads = mode === "dev" ? [withParent] : [withParent, withFront];
  const child = spawn(
    process.execPath,
    [
      ...preloads.flatMap((path) => ["--import", path]),
      programPath("next", "dist/bin/next"),
      mode,
      "-H",
      host,
      "-p",
      String(port),
      ...(mode === "dev" ? [] : ["--keepAliveTimeout", String(KEEP_ALIVE_MS)]),
    ],
    {
      cwd: ROOT,
      // Of its own process group: Ctrl-C reaches it by our hand, in our order.
      detached: true,
      stdio: ["pipe", mode === "dev" ? "inherit" : "ignore", "inherit"],
      env: {
        ...process.env,
        ...env,
        NODE_ENV: mode === "dev" ? "development" : "production",
        // The front ends the built site by itself, answering meanwhile.
        ...(mode === "dev" ? {} : { NEXT_MANUAL_SIG_HANDLE: "true" }),
        NEXT_TELEMETRY_DISABLED: "1",
        WEDERHOOR_PARENT: String(process.pid),
      },
    },
  );
  onStart(child);
  const ended = once(child, "exit").then(([code, signal]) => (signal ? `by ${signal}` : `with code ${code}`));
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(host, port)) return { ended };
    await pause(50);
  }
  throw new ReadableError("The site's server ended before it could answer; see above.");
}

const addressOf = (host: string, port: number) => {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

/** Asks for the first page as nobody: what every page needs is loaded and connected by then, for whoever comes first. */
export async function warmSite(host: string, port: number): Promise<void> {
  const asked = fetch(addressOf(host, port), { signal: AbortSignal.timeout(LONGEST_WARMING_MS) });
  await asked.then((answer) => answer.arrayBuffer()).catch(() => undefined);
}

async function answers(host: string, port: number): Promise<boolean> {
  return fetch(`${addressOf(host, port)}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
