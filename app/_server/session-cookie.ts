import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { revokeSession, SESSION_SECONDS } from "@/db/access/accounts/sessions";
import { readToken } from "./session-token";

/** Set by `npm start` or by the machine's owner; without it nobody is signed in. */
export const authSecret = (): string | undefined => process.env.NEXTAUTH_SECRET || undefined;

/** Cookies are for https only where the site's own address is https. */
export const isHttps = (): boolean => process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;

/** The name that next-auth gives it too. */
const sessionCookieName = (): string => `${isHttps() ? "__Secure-" : ""}next-auth.session-token`;

/** For what only the server reads. @param maxAge in seconds; 0 removes the cookie */
export const privateCookie = (maxAge: number) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps(), maxAge }) as const;

/** The random session id that the browser's token carries; null when there is none that we signed. */
export async function readSessionId(): Promise<string | null> {
  const secret = authSecret();
  const token = (await cookies()).get(sessionCookieName())?.value;
  return secret && token ? readToken(token, secret) : null;
}

export async function writeSessionId(sid: string): Promise<void> {
  const secret = authSecret();
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: nobody can sign in.");
  const token = await encode({ token: { sid }, secret, maxAge: SESSION_SECONDS });
  (await cookies()).set(sessionCookieName(), token, privateCookie(SESSION_SECONDS));
}

/** Ends the session of this browser, if it has one. */
export async function endSession(): Promise<void> {
  const sid = await readSessionId();
  if (sid) await revokeSession(sid);
}

export async function clearSessionId(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", privateCookie(0));
}
