import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { authSecret, privateCookie } from "./session-cookie";

const COOKIE = "known-device";
const SALT = "known-device";
const YEAR = 365 * 24 * 60 * 60;
/** A computer that many share forgets who came first. */
const MOST_PEOPLE = 8;

type Device = { readonly id: string; readonly people: readonly string[] };

const hidden = (email: string) => createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");

async function readDevice(): Promise<Device | null> {
  const [token, secret] = [(await cookies()).get(COOKIE)?.value, authSecret()];
  if (!token || !secret) return null;
  try {
    const claims = await decode({ token, secret, salt: SALT });
    const { id, people } = (claims ?? {}) as Partial<Record<keyof Device, unknown>>;
    return typeof id === "string" && Array.isArray(people) ? { id, people: people.map(String) } : null;
  } catch {
    return null;
  }
}

/** The id of this device, if this person has signed in on it before: their attempts are counted apart from everybody's. */
export async function readKnownDevice(email: string): Promise<string | null> {
  const device = await readDevice();
  return device?.people.includes(hidden(email)) ? device.id : null;
}

/** After a right password. The cookie names nobody, and opens nothing without the password. */
export async function rememberDevice(email: string): Promise<void> {
  const secret = authSecret();
  if (!secret) return;
  const { id, people } = (await readDevice()) ?? { id: randomUUID(), people: [] };
  const own = [hidden(email), ...people.filter((person) => person !== hidden(email))].slice(0, MOST_PEOPLE);
  const token = await encode({ token: { id, people: own }, secret, salt: SALT, maxAge: YEAR });
  (await cookies()).set(COOKIE, token, privateCookie(YEAR));
}
