import "server-only";
import { cookies } from "next/headers";
import { TOAST_COOKIE, type Toast } from "@/lib/text/toast-cookie";
import { isHttps } from "./session-cookie";

/** Until the page that is shown next has read it. */
const SECONDS = 30;
/** As much as a cookie holds, encoded. */
const LONGEST = 3000;

/** Has the next page say what was done. What could be taken back, but does not fit, is said without that. */
export async function leaveToast(toast: Toast): Promise<void> {
  const { undo: _undo, ...plain } = toast;
  const whole = JSON.stringify(toast);
  const value = encodeURIComponent(whole).length > LONGEST ? JSON.stringify(plain) : whole;
  // A script takes it: nothing stands in it but what that page would say anyway.
  (await cookies()).set(TOAST_COOKIE, value, { path: "/", sameSite: "lax", secure: isHttps(), maxAge: SECONDS });
}
