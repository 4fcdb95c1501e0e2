import "server-only";
import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Repeatable } from "@/db/access/records/repeatable";
import { tellUnavailable, Unavailable } from "@/db/client";
import { flatFields } from "@/lib/records/rows";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import { mergeForm } from "@/lib/workflow/form-merge";
import { formValues } from "@/lib/workflow/form-values";
import { AlikeRecords, type FormValues, Invalid, type Outcome } from "@/lib/workflow/outcome";
import type { Permission } from "@/lib/workflow/policy";
import { type Conflict, Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";
import { requirePermission } from "@/lib/workflow/require-permission";
import { addressNow } from "./address-now";
import { forgetHeldForm, holdPostedForm } from "./held-form";
import { parseBody, readJsonObject } from "./json-body";
import { readLocale } from "./locale";
import { damageOf, parseInput } from "./parse-input";
import { countRequest } from "./person-limits";
import { BadRequest, invalidSentences, NO_STORE, problem, problemOf } from "./problem";
import { isSameOrigin } from "./same-origin";
import { getActor } from "./session";

/** What the form values are read as before the schema sees them, and what is wrong with them already. */
export type PreparedForm = {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly notOnFile: Readonly<Record<string, readonly string[]>>;
};
export type FormOptions<Input, R> = {
  readonly done?: (result: R, input: Input) => string;
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
  { done, prepare = asTyped }: FormOptions<z.output<S>, R> = {},
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
      href = done?.(result, parsed.input);
    } catch (error) {
      return outcomeOf(error, locale, values);
    }
    if (href) redirect(href);
    return { status: "done" };
  };
}

const omitFields = (values: FormValues, fields: object): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !Object.hasOwn(fields, field)));

/** With JavaScript the page stays as it is, and says so; without it the form is kept until its writer has signed in. */
async function notSignedInForm(form: FormData, locale: Locale, values: FormValues): Promise<Outcome> {
  const path = await holdPostedForm(form);
  if (path) redirect(`/sign-in?from=${encodeURIComponent(path)}`);
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

type Context<P> = { params: Promise<P> };
type Asked<P> = { url: URL; params: P };

/** Handler of a reading route: `export const GET = jsonRead((actor, { url, params }) => ...)`. Null is a 404. */
export function jsonRead<P = Record<string, never>>(read: (actor: Actor, call: Asked<P>) => Promise<unknown>) {
  return fileRead<P>(async (actor, call) => {
    const found = await read(actor, call);
    if (found === null || found === undefined) throw Refusal.notFound();
    return Response.json(found, { headers: NO_STORE });
  });
}

/** The same for what is not JSON, or not only: the reader makes the answer itself. */
export function fileRead<P = Record<string, never>>(read: (actor: Actor, call: Asked<P>) => Promise<Response>) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    const locale = await readLocale();
    try {
      const actor = await getActor();
      if (!actor) return notSignedIn(locale);
      const url = new URL(request.url);
      await countRequest(actor, url.pathname);
      return await read(actor, { url, params: await context.params });
    } catch (error) {
      return (await movedOn(request, error)) ?? problemOf(error, { locale, invalid: 400 });
    }
  };
}

/** Handler of an event stream: `export const GET = eventStream((actor, { lastId, signal }) => ...)`. */
export function eventStream(
  open: (actor: Actor, call: { lastId: string | null; signal: AbortSignal }) => Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    const locale = await readLocale();
    try {
      const actor = await getActor();
      if (!actor) return notSignedIn(locale);
      return await open(actor, { lastId: request.headers.get("last-event-id"), signal: request.signal });
    } catch (error) {
      return problemOf(error, { locale, invalid: 400 });
    }
  };
}

type WriteOptions<P, R> = {
  /** 201 for what is made; 200 otherwise. */
  status?: 200 | 201;
  location?: (result: R, params: P) => string;
  /** Asked before the body is read: who may not write is told that, whatever they sent. */
  permission?: Permission;
};

/** Handler of a writing route: `export const POST = jsonWrite(schema, (actor, input, { params }) => ..., { status: 201 })`. */
export function jsonWrite<S extends z.ZodType, R, P = Record<string, never>>(
  schema: S,
  write: (actor: Actor, input: z.output<S>, call: Asked<P> & { repeatable: Repeatable | null }) => Promise<R>,
  { status = 200, location, permission }: WriteOptions<P, R> = {},
) {
  return async (request: Request, context: Context<P>): Promise<Response> => {
    const locale = await readLocale();
    let yours: unknown;
    try {
      if (!isSameOrigin(request.headers)) throw new BadRequest(403, "crossSite");
      const actor = await getActor();
      if (!actor) return notSignedIn(locale);
      const url = new URL(request.url);
      await countRequest(actor, url.pathname);
      if (permission) requirePermission(actor, permission);
      const body = await readJsonObject(request);
      yours = body;
      const parsed = parseBody(schema, body, locale);
      if ("errors" in parsed)
        return problem(422, getTranslations(locale, "refusal")("invalid"), { errors: parsed.errors });
      const key = request.headers.get("idempotency-key");
      const repeatable = key ? { key: key.slice(0, 200), requestHash: hash([url.pathname, body]) } : null;
      const params = await context.params;
      const result = await write(actor, parsed.input, { url, params, repeatable });
      const headers = location ? { ...NO_STORE, Location: location(result, params) } : NO_STORE;
      return Response.json(result ?? {}, { status, headers });
    } catch (error) {
      return (await movedOn(request, error)) ?? problemOf(error, { locale, invalid: 422, yours });
    }
  };
}

/** 308 to the record that the one in the address became; null for every other failure. */
async function movedOn(request: Request, error: unknown): Promise<Response | null> {
  if (!(error instanceof Refusal) || error.kind !== "not_found") return null;
  const { pathname, search } = new URL(request.url);
  const address = await addressNow(await getActor(), pathname + search).catch(() => null);
  return address === null ? null : new Response(null, { status: 308, headers: { ...NO_STORE, Location: address } });
}

const notSignedIn = (locale: Locale) => problem(401, getTranslations(locale, "refusal")("unauthenticated"));

const hash = (body: unknown) => `sha256:${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
