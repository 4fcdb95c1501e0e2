import { randomBytes } from "node:crypto";
import { runCommand } from "@/db/commands/lifetime";
import { ReadableError } from "@/db/readable-error";
import { compareDistributions, quantile } from "./distributions";
import { openSite } from "./site-to-visit";

const WARM_UP = 10;
const PAIRS = 200;
/** Below it nobody counts on learning anything from a handful of attempts, which is all that are let through. */
const NEAR = 0.05;

/** A wrong password for an account, and the same for an address that has none, in turns: does the time tell them apart? */
await runCommand(async () => {
  // Each attempt says that it comes from a place of its own, and has to be believed.
  process.env.TRUSTED_PROXIES = "127.0.0.1";
  const { base, passwords } = await openSite();
  const accounts = Object.keys(passwords).map((role) => `${role}@demo.example`);
  if (PAIRS + WARM_UP > accounts.length * 100) throw new ReadableError("More attempts than the accounts may have.");
  const visit = await beginVisit(base);
  const known: number[] = [];
  const unknown: number[] = [];
  for (let n = 0; n < WARM_UP + PAIRS; n++) {
    const account = accounts[n % accounts.length] ?? "";
    const sides = [
      { times: known, email: account },
      // As long as the account's own, so that nothing but the account differs.
      { times: unknown, email: `${randomBytes(30).toString("hex").slice(0, account.indexOf("@"))}@demo.example` },
    ];
    for (const { times, email } of n % 2 ? sides.reverse() : sides) {
      const took = await attempt(base, visit, email, `10.${n >> 8}.${n & 255}.1`);
      if (n >= WARM_UP) times.push(took);
    }
  }
  const { ratio, greater, likelihood } = compareDistributions(known, unknown);
  console.log(`\nMilliseconds of a refused sign-in, ${PAIRS} of each in turns\n`);
  console.log("                   median       p95");
  for (const [name, times] of [["with an account", known] as const, ["without", unknown] as const]) {
    const cells = [quantile(times, 0.5), quantile(times, 0.95)];
    console.log(name.padEnd(15) + cells.map((cell) => cell.toFixed(2).padStart(10)).join(""));
  }
  console.log(`\nratio of the medians   ${ratio.toFixed(4)}`);
  console.log(`an account's is longer in ${(greater * 100).toFixed(1)} % of all pairs (50: no telling)`);
  console.log(`ranks so far apart by chance: p = ${likelihood.toFixed(3)}`);
  return Math.abs(ratio - 1) < NEAR ? 0 : 1;
});

type Visit = { readonly cookie: string; readonly csrfToken: string };

async function beginVisit(base: string): Promise<Visit> {
  const answer = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { cookie: cookie.join("; "), csrfToken };
}

/** @returns how long the refusal took; each comes from a place of its own, since a place has few attempts */
async function attempt(base: string, { cookie, csrfToken }: Visit, email: string, address: string): Promise<number> {
  const body = new URLSearchParams({ email, password: "not the password", csrfToken, json: "true" });
  const started = performance.now();
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: base, "x-forwarded-for": address },
    body,
  });
  await answer.arrayBuffer();
  const took = performance.now() - started;
  if (answer.status !== 401) throw new ReadableError(`A wrong password was answered ${answer.status}, not refused.`);
  return took;
}
