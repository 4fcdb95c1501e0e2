import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { tellUnavailable, Unavailable } from "@/db/client";
import { RETURN_TO } from "@/lib/records/form-marks";
import { flatFields } from "@/lib/records/rows";
import type { Locale } from "@/lib/text/locale";
import type { Toast } from "@/lib/text/toast-cookie";
import { getTranslations } from "@/lib/text/translations";
import type { Translator } from "@/lib/text/translator";
import type { Actor } from "@/lib/workflow/actor";
import { mergeForm } from "@/lib/workflow/form-merge";
import { formValues } from "@/lib/workflow/form-values";
import { AlikeRecords, type FormValues, Invalid, type Outcome } from "@/lib/workflow/outcome";
import { type Conflict, Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { forgetHeldForm, holdPostedForm } from "./held-form";
import { leaveToast } from "./leave-toast";
import { readLocale } from "./locale";
import { ownPath, signInPath } from "./own-path";
import { damageOf, parseInput } from "./parse-input";
import { invalidSentences } from "./problem";
import { getActor } from "./session";

/** What the form values are read as before the schema sees them, and what is wrong with them already. */
export type PreparedForm = {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly notOnFile: Readonly<Record<string, readonly string[]>>;
};
export type FormOptions<Input, R> = {
  readonly done?: (result: R, input: Input) => string | null;
  /** What the page that is shown next says of it. */
  readonly tell?: (result: R, input: Input, t: Translator<"toast">) => Toast;
  /** Whether what was written has to be looked at on the page of `done`, wherever its form stood. */
  readonly needsMore?: (result: R, input: Input) => boolean;
  readonly prepare?: (actor: Actor, values: FormValues) => Promise<PreparedForm>;
};
const asTyped = async (_actor: Actor, values: FormValues): Promise<PreparedForm> => ({
  values,
  errors: {},
  notOnFile: {},
});

/**
 * Handler of a form: `export const reviseStationAction = formAction(schema, write, { done: ({ slug }) => ... })`.
 * The form values come back unless it is done; `done` names the page to go on to.
 */
export function formAction<S extends z.ZodType, R>(
  schema: S,
  write: (actor: Actor, input: z.output<S>) => Promise<R>,
  { done, tell, needsMore, prepare = asTyped }: FormOptions<z.output<S>, R> = {},
) {
  return async (_previous: Outcome, form: FormData): Promise<Outcome> => {
    const values = formValues(form);
    const locale = await readLocale();
    // What can't be stored is neither asked of the database, nor kept in it for somebody who has to sign in first.
    const damage = damageOf(values, locale);
    const isDamaged = Object.keys(damage).length > 0;
    let href: string | undefined;
    try {
      const actor = await getActor();
      if (!actor && isDamaged) return { status: "invalid", errors: damage, values };
      if (!actor) return await notSignedInForm(form, locale, values);
      const { values: read, errors, notOnFile } = await prepare(actor, omitFields(values, damage));
      const parsed = parseInput(schema, read, locale, "field");
      if ("errors" in parsed || isDamaged || Object.keys(errors).length > 0) {
        const wrong = "errors" in parsed ? parsed.errors : {};
        return { status: "invalid", errors: { ...wrong, ...errors, ...damage }, values, notOnFile };
      }
      const result = await write(actor, parsed.input);
      // Saved is saved: a form that stays kept for its hour is no failure.
      await forgetHeldForm(form).catch(() => undefined);
      const own = done?.(result, parsed.input) || undefined;
      const back = needsMore?.(result, parsed.input) ? undefined : returnPath(form);
      href = back ?? own;
      const t = getTranslations(locale, "toast");
      const toast = tell?.(result, parsed.input, t);
      const isElsewhere = back !== undefined && own !== undefined && back.split("#")[0] !== own.split("#")[0];
      if (toast) await leaveToast({ ...(isElsewhere && { link: { href: own, label: t("open") } }), ...toast });
    } catch (error) {
      return outcomeOf(error, locale, values);
    }
    if (href) redirect(href);
    return { status: "done" };
  };
}

/** The page of ours on which the form stood, when it is to come back there. */
function returnPath(form: FormData): string | undefined {
  const path = ownPath(form.get(RETURN_TO));
  return path === "/" ? undefined : path;
}

const omitFields = (values: FormValues, fields: object): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !Object.hasOwn(fields, field)));

/** With JavaScript the page stays as it is, and says so; without it the form is kept until its writer has signed in. */
async function notSignedInForm(form: FormData, locale: Locale, values: FormValues): Promise<Outcome> {
  const path = await holdPostedForm(form);
  if (path) redirect(signInPath(path));
  return { status: "refused", sentence: getTranslations(locale, "refusal")("unauthenticated"), values };
}

function outcomeOf(error: unknown, locale: Locale, values: FormValues): Outcome {
  if (error instanceof Invalid) {
    const alike = error instanceof AlikeRecords ? { alike: error.alike } : {};
    return { status: "invalid", errors: invalidSentences(error, locale), values, ...alike };
  }
  if (error instanceof Refusal && error.conflict) return merged(error.conflict, values);
  if (error instanceof Refusal) return { status: "refused", sentence: refusalSentence(error.detail, locale), values };
  if (error instanceof Unavailable) {
    tellUnavailable(error);
    const t = getTranslations(locale, "refusal");
    return { status: "refused", sentence: t(error.inDoubt ? "inDoubt" : "unavailable"), values };
  }
  throw error;
}

/** The form values joined with what somebody else saved: only fields that both changed ask. */
function merged({ current, version, base }: Conflict, values: FormValues): Outcome {
  const stored = flatFields(current);
  if (!base) return { status: "conflict", current: stored, version, values };
  return { status: "conflict", current: stored, version, ...mergeForm(flatFields(base), values, stored) };
}
