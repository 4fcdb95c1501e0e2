import { CHROMIUM_SHELL, chromiumVersion, machinesChromium, onPath } from "@/db/captures/browser/find-chromium";
import { ReadableError } from "@/db/readable-error";
import { programPath, runProgram } from "./children";

const ASK = "Install chromium or google-chrome, or set CHROMIUM_PATH to one.";

/**
 * A Chromium to test in: the machine's own, else Playwright's, else one that is installed now.
 * @returns the path of its program, which has been seen to start
 */
export async function findOrInstallChromium(): Promise<string> {
  const found = await findChromium();
  if (found) return found;
  const failed = [await installSystems(), await downloadPlaywrights()];
  const installed = (await machinesChromium()) ?? (await playwrightsOwn());
  if (installed) return installed;
  throw new ReadableError(`There is no Chromium here, and none could be installed: ${failed.join("; ")}. ${ASK}`);
}

/** The same without installing anything; nothing when there is none. @throws ReadableError when CHROMIUM_PATH names none */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (!named) return (await machinesChromium()) ?? (await playwrightsOwn());
  if (await chromiumVersion(named)) return named;
  throw new ReadableError(`CHROMIUM_PATH is ${named}, and nothing starts there. Correct it, or leave it out.`);
}

/** @returns why it couldn't be, if so */
async function installSystems(): Promise<string | undefined> {
  const reason = whyNoApt();
  if (reason) return reason;
  console.log("No Chromium here: installing the system's with apt-get.");
  // Old lists name packages that are gone. Without a network, what has been fetched before may still do.
  await runApt("update");
  let code = 0;
  for (const name of [CHROMIUM_SHELL, "chromium"]) {
    ({ code } = await runApt("install", "--yes", "--no-install-recommends", name));
    if (code === 0 && (await machinesChromium())) return undefined;
  }
  return code === 0 ? "what apt-get installed does not start" : `apt-get ended with ${code}`;
}

/** @returns why apt-get is of no use here, if so */
export function whyNoApt(): string | undefined {
  if (!onPath("apt-get")) return "there is no apt-get";
  return process.getuid?.() === 0 ? undefined : "apt-get needs root";
}

/** The run level of a single user: what is installed starts no service. */
export const runApt = (...args: string[]) =>
  runProgram("apt-get", ["--quiet", "-o", "Acquire::Retries=2", "-o", "DPkg::Lock::Timeout=120", ...args], {
    env: { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  });

/** @returns why it couldn't be, if so; nothing when there is one by now */
async function downloadPlaywrights(): Promise<string | undefined> {
  if (await machinesChromium()) return undefined;
  console.log("No Chromium here: downloading Playwright's.");
  const { code } = await runProgram(process.execPath, [
    programPath("@playwright/test", "cli.js"),
    "install",
    "chromium",
  ]);
  if (code !== 0) return "Playwright's could not be downloaded";
  return (await playwrightsOwn()) ? undefined : "Playwright's does not start";
}

/** It may lack libraries; and where tests are not installed, there is no Playwright. */
async function playwrightsOwn(): Promise<string | undefined> {
  const path = await import("@playwright/test").then(
    ({ chromium }) => chromium.executablePath(),
    () => undefined,
  );
  return path && (await chromiumVersion(path)) ? path : undefined;
}
