import "server-only";
import { findForSignIn } from "@/db/access/accounts/people";
import { openSession } from "@/db/access/accounts/sessions";
import { forgetUsedPassword } from "@/db/demo-accounts";
import { passwordMatches } from "@/db/password";
import type { Locale } from "@/lib/text/locale";
import { countAttempt, forgetAttempts } from "./attempts";

type CredentialsCheck =
  | { status: "open"; sid: string; personId: string; locale: Locale | null }
  | { status: "wrong" }
  | { status: "wait"; minutes: number };

/**
 * Opens a session for the right password. Unknown, disabled and wrong give one answer, in one time.
 * @param device the id of a device on which this person has signed in before, if it is one
 */
export async function verifyCredentials(
  email: string,
  password: string,
  clientAddress: string,
  device: string | null,
): Promise<CredentialsCheck> {
  const address = email.trim().toLowerCase().slice(0, 320);
  const minutes = await countAttempt(address, clientAddress, device);
  if (minutes > 0) return { status: "wait", minutes };
  const person = await findForSignIn(address);
  const right = await passwordMatches(password.slice(0, 1024), person?.passwordHash ?? null);
  if (!person || !right || person.disabled) return { status: "wrong" };
  await forgetAttempts(address, clientAddress, device);
  await forgetUsedPassword(address);
  return { status: "open", sid: await openSession(person.id), personId: person.id, locale: person.locale };
}
