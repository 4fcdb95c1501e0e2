import "server-only";
import { Unavailable } from "@/db/client";
import type { FilterProblem } from "@/lib/filters/filter";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { BrandedError } from "@/lib/workflow/branded-error";
import { validationSentence } from "@/lib/workflow/field-errors";
import { AlikeRecords, Invalid } from "@/lib/workflow/outcome";
import { Refusal } from "@/lib/workflow/refusal";
import { refusalSentence } from "@/lib/workflow/refusal-sentence";

/** Every status that is not a success, with its title. */
export const TITLES = {
  400: "Bad request",
  401: "Not signed in",
  403: "Forbidden",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid",
  429: "Too many requests",
  500: "Broken",
  503: "Unavailable",
} as const;

type ProblemStatus = keyof typeof TITLES;

export const NO_STORE = { "Cache-Control": "no-store" } as const;

/** RFC 9457. `detail` is a sentence in the reader's language; the rest is for programs. */
export function problem(
  status: ProblemStatus,
  detail: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const title = TITLES[status];
  const type = `urn:wederhoor:problem:${title.toLowerCase().replaceAll(" ", "-")}`;
  return new Response(JSON.stringify({ type, title, status, detail, ...more }), {
    status,
    headers: { "Content-Type": "application/problem+json", ...NO_STORE, ...headers },
  });
}

/** A broken rule of the request itself, before anything was asked of the records. */
export class BadRequest extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.BadRequest");

  constructor(
    readonly status: 400 | 403 | 413 | 415,
    readonly key: "badRequest" | "crossSite" | "unsupported" | "tooLarge",
  ) {
    super(key);
  }
}

/** A person asked for more than one person may. */
export class TooMany extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.TooMany");

  /** @param retryAfter seconds */
  constructor(readonly retryAfter: number) {
    super(`Too many requests; the next in ${retryAfter} s.`);
  }
}

/** An address whose filter can't be read: a page would show what it can, a program is told. */
export class BadQuery extends BrandedError {
  static override readonly brand: symbol = Symbol.for("wederhoor.BadQuery");

  constructor(readonly problems: readonly FilterProblem[]) {
    super(problems.map(({ key, reason }) => `${key}: ${reason}`).join("; "));
  }
}

const querySentences = (query: BadQuery, locale: Locale): Record<string, string> => {
  const t = getTranslations(locale, "filter");
  return Object.fromEntries(
    query.problems.map(({ key, value, reason }) => [key, t(`problem.${reason}`, { key, value })]),
  );
};

export const invalidSentences = (invalid: Invalid, locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(invalid.errors).map(([field, key]) => [field, validationSentence(key, locale)]));

const REFUSALS = { forbidden: 403, not_found: 404, conflict: 409 } as const;

type Asked = { locale: Locale; invalid: 400 | 422; yours?: unknown };

/** The one place where a failure becomes a status. What is none of ours is logged and says nothing of itself. */
export function problemOf(error: unknown, { locale, invalid, yours }: Asked): Response {
  const t = getTranslations(locale, "refusal");
  if (error instanceof BadRequest) return problem(error.status, t(error.key));
  if (error instanceof TooMany) {
    return problem(429, t("tooMany"), {}, { "Retry-After": String(error.retryAfter) });
  }
  if (error instanceof BadQuery) return problem(400, t("badRequest"), { errors: querySentences(error, locale) });
  if (error instanceof Invalid) {
    const alike = error instanceof AlikeRecords ? { alike: error.alike } : {};
    return problem(invalid, t("invalid"), { errors: invalidSentences(error, locale), ...alike });
  }
  if (error instanceof Refusal) {
    const both = error.kind === "conflict" && error.conflict ? { ...error.conflict, yours } : {};
    return problem(REFUSALS[error.kind], refusalSentence(error.detail, locale), both);
  }
  if (error instanceof Unavailable) {
    const doubt = error.inDoubt ? { inDoubt: true } : {};
    const detail = t(error.inDoubt ? "inDoubt" : "unavailable");
    return problem(503, detail, doubt, { "Retry-After": String(error.retryAfter) });
  }
  console.error(error);
  return problem(500, t("broken"));
}
