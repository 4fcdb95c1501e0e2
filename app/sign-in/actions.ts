"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { clientAddress } from "@/app/_server/client-address";
import { verifyCredentials } from "@/app/_server/credentials";
import { readKnownDevice, rememberDevice } from "@/app/_server/known-device";
import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { damageOf } from "@/app/_server/parse-input";
import { rememberChoice } from "@/app/_server/preferences";
import { endSession, writeSessionId } from "@/app/_server/session-cookie";
import { tellUnavailable, Unavailable } from "@/db/client";
import { LOCALE_COOKIE } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { formValues } from "@/lib/workflow/form-values";
import type { Outcome } from "@/lib/workflow/outcome";

const one = (value: unknown) => (typeof value === "string" ? value : "");

export async function signInAction(_previous: Outcome, form: FormData): Promise<Outcome> {
  const rawInput = formValues(form);
  const [email, password, from] = [one(rawInput.email), one(rawInput.password), one(rawInput.from)];
  const locale = await readLocale();
  const t = getTranslations(locale, "signIn");
  // The password is not sent back.
  const values = { email, from };
  const missing = {
    ...(email.trim() ? {} : { email: t("needEmail") }),
    ...(password ? {} : { password: t("needPassword") }),
    ...damageOf({ email }, locale),
  };
  if (Object.keys(missing).length > 0) return { status: "invalid", errors: missing, values };
  try {
    const device = await readKnownDevice(email);
    const check = await verifyCredentials(email, password, clientAddress(await headers()), device);
    if (check.status === "wrong") return { status: "refused", sentence: t("wrong"), values };
    if (check.status === "wait") {
      return { status: "refused", sentence: t("wait", { minutes: check.minutes }), values };
    }
    await endSession();
    await writeSessionId(check.sid);
    await rememberDevice(email);
    if (check.locale) await rememberChoice(LOCALE_COOKIE, check.locale);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    tellUnavailable(error);
    return { status: "refused", sentence: t("unavailable"), values };
  }
  redirect(ownPath(from));
}
