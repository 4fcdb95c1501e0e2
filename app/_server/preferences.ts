import "server-only";
import { cookies } from "next/headers";
import { isHttps } from "./session-cookie";

const YEAR = 365 * 24 * 60 * 60;

/** Keeps a choice of this browser's reader for a year: language, theme, row height. */
export async function rememberChoice(cookie: string, value: string): Promise<void> {
  (await cookies()).set(cookie, value, {
    path: "/",
    sameSite: "lax",
    secure: isHttps(),
    httpOnly: true,
    maxAge: YEAR,
  });
}
