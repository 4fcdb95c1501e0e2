import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Repeatable, repeatOnce } from "@/db/access/records/repeatable";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import type { Actor } from "@/lib/workflow/actor";
import type { Permission } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { requirePermission } from "@/lib/workflow/require-permission";
import { addressNow } from "./address-now";
import { parseBody, readJsonObject } from "./json-body";
import { readLocale } from "./locale";
import { countRequest } from "./person-limits";
import { BadRequest, NO_STORE, problem, problemOf } from "./problem";
import { isSameOrigin } from "./same-origin";
import { getActor } from "./session";

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
  /** Whether the write keeps the key of a request itself. */
  keepsKey?: boolean;
};

/**
 * Handler of a writing route. The same request with the same Idempotency-Key again has no second effect, and the same answer:
 * `export const POST = jsonWrite(schema, (actor, input, { params }) => ..., { status: 201 })`.
 */
export function jsonWrite<S extends z.ZodType, R, P = Record<string, never>>(
  schema: S,
  write: (actor: Actor, input: z.output<S>, call: Asked<P> & { repeatable: Repeatable | null }) => Promise<R>,
  { status = 200, location, permission, keepsKey = false }: WriteOptions<P, R> = {},
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
      const result = await repeatOnce(actor, keepsKey ? null : repeatable, () =>
        write(actor, parsed.input, { url, params, repeatable }),
      );
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
