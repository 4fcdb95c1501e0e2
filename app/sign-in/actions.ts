"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { admit, placeOf } from "@/app/_server/credentials";
import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { rememberChoice } from "@/app/_server/preferences";
import { clearSessionId, readSessionId, writeSessionId } from "@/app/_server/session-cookie";
import { typedValues } from "@/app/_server/typed";
import { revokeSession } from "@/db/access/accounts/sessions";
import { Unavailable } from "@/db/client";
import { LOCALE_COOKIE } from "@/lib/text/locale";
import { wordsFor } from "@/lib/text/words";
import type { Outcome } from "@/lib/workflow/outcome";

const one = (value: unknown) => (typeof value === "string" ? value : "");

export async function signInAction(_previous: Outcome, form: FormData): Promise<Outcome> {
  const typed = typedValues(form);
  const [email, password, from] = [one(typed.email), one(typed.password), one(typed.from)];
  const t = wordsFor(await readLocale(), "signIn");
  // The password is not sent back.
  const values = { email, from };
  const missing = {
    ...(email.trim() ? {} : { email: t("needEmail") }),
    ...(password ? {} : { password: t("needPassword") }),
  };
  if (Object.keys(missing).length > 0) return { status: "invalid", errors: missing, values };
  try {
    const admission = await admit(email, password, placeOf(await headers()));
    if (admission.status === "wrong") return { status: "refused", sentence: t("wrong"), values };
    if (admission.status === "wait") {
      return { status: "refused", sentence: t("wait", { minutes: admission.minutes }), values };
    }
    await endSession();
    await writeSessionId(admission.sid);
    if (admission.locale) await rememberChoice(LOCALE_COOKIE, admission.locale);
  } catch (error) {
    if (error instanceof Unavailable) return { status: "refused", sentence: t("unavailable"), values };
    throw error;
  }
  redirect(ownPath(from));
}

async function endSession(): Promise<void> {
  const sid = await readSessionId();
  if (sid) await revokeSession(sid);
}

export async function signOutAction(): Promise<void> {
  await endSession();
  await clearSessionId();
  redirect("/sign-in?out=1");
}
