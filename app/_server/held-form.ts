import "server-only";
import { cookies, headers } from "next/headers";
import { dropHeldForm, findHeldForm, HELD_SECONDS, type HeldForm, holdForm } from "@/db/access/accounts/held-forms";
import { FORM_NAME, FORM_WRITER } from "@/lib/records/form-marks";
import type { Actor } from "@/lib/workflow/actor";
import { formValues } from "@/lib/workflow/form-values";
import { privateCookie } from "./session-cookie";

const COOKIE = "held-form";

const readToken = async () => (await cookies()).get(COOKIE)?.value || null;

/**
 * Keeps a form that a browser without JavaScript posted after its session had ended: its page is left for the sign-in
 * page, and what was typed would go with it.
 * @returns the page to come back to; null when nothing was to be kept
 */
export async function holdPostedForm(form: FormData): Promise<string | null> {
  const sent = await headers();
  const [path, name, by] = [sent.get("x-path"), form.get(FORM_NAME), form.get(FORM_WRITER)];
  if (sent.has("next-action") || !path || typeof name !== "string" || typeof by !== "string") return null;
  const token = await holdForm({ path, form: name, by, values: formValues(form) });
  if (!token) return null;
  (await cookies()).set(COOKIE, token, privateCookie(HELD_SECONDS));
  return path;
}

/** The form that waits for this person in this browser, on its page. */
export async function readHeldForm(actor: Actor): Promise<HeldForm | null> {
  const token = await readToken();
  const held = token ? await findHeldForm(token) : null;
  return held?.by === actor.id ? held : null;
}

/** Whether this browser has a form that waits. */
export const hasHeldForm = async (): Promise<boolean> => (await readToken()) !== null;

/** Forgets the form that waits: once it was saved, or, without naming one, once its writer signed out. */
export async function forgetHeldForm(saved?: FormData): Promise<void> {
  const token = await readToken();
  if (!token) return;
  if (saved && (await findHeldForm(token))?.form !== saved.get(FORM_NAME)) return;
  await dropHeldForm(token);
  (await cookies()).set(COOKIE, "", privateCookie(0));
}
