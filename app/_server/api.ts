import "server-only";
import type { z } from "zod";
import type { Part } from "@/db/access/reading/record-parts";
import type { RecordInputs } from "@/db/access/record-mappers";
import type { Recorded, Revised } from "@/db/access/record-one";
import type { WrittenRecord } from "@/db/access/records";
import { encodeCursor } from "@/lib/filters/cursor";
import type { FilterProblem, SearchParams } from "@/lib/filters/filter";
import type { PartPlace, RecordParts } from "@/lib/filters/record-parts";
import type { RecordKind } from "@/lib/records/editorial";
import { patch, recordOf } from "@/lib/records/input";
import { rawInput } from "@/lib/records/rows";
import { slug as slugForm } from "@/lib/records/slug";
import { validationKey } from "@/lib/records/validation-key";
import type { Actor } from "@/lib/workflow/actor";
import { Invalid } from "@/lib/workflow/outcome";
import { WRITE_PERMISSIONS } from "@/lib/workflow/policy";
import { Refusal } from "@/lib/workflow/refusal";
import { BadQuery } from "./problem";
import { jsonRead, jsonWrite } from "./route-handlers";

type View<V> = { parse(params: SearchParams): { value: V; problems: readonly FilterProblem[] } };
type Page = { items: readonly unknown[]; total: number; isLeast?: boolean; next: unknown };
type BySlug = { slug: string };

/** `GET /api/v1/<nouns>`: the page's own filter, `{ items, total, next }`, with `isLeast` where there are more than `total`; an address that can't be read is a 400. */
export const apiList = <V>(view: View<V>, list: (actor: Actor, filter: V) => Promise<Page>) =>
  jsonRead(async (actor, { url }) => {
    const { value, problems } = view.parse(url.searchParams);
    if (problems.length > 0) throw new BadQuery(problems);
    const { items, total, isLeast, next } = await list(actor, value);
    return {
      items,
      total,
      ...(isLeast && { isLeast }),
      next: next === null || next === undefined ? null : encodeCursor(next),
    };
  });

/** `GET /api/v1/<nouns>/<slug>` */
export const apiOne = (find: (actor: Actor, slug: string) => Promise<unknown>) =>
  jsonRead<BySlug>(async (actor, { params }) => find(actor, asSlug(params.slug)));

type Parts = Readonly<Record<string, Part<unknown>>>;

/**
 * The same of a record with long parts: the first rows of each, and in `parts` how many there are and where the rest is.
 * `?part=` answers a page of one part alone, as a list.
 */
export const apiRecordParts = <Name extends string, Found extends { readonly parts: Parts }>(
  { view, placeIn }: RecordParts<Name>,
  find: (actor: Actor, slug: string, asked: { limit: number; place: PartPlace<Name> | null }) => Promise<Found>,
) =>
  jsonRead<BySlug>(async (actor, { params, url }) => {
    const { value, problems } = view.parse(url.searchParams);
    const place = placeIn(value);
    if (problems.length > 0) throw new BadQuery(problems);
    if (place === "wrong") throw new BadQuery([{ key: "after", value: "", reason: "wrongCursor" }]);
    const { parts, ...found } = await find(actor, asSlug(params.slug), { limit: value.limit, place });
    const asked = place && parts[place.part];
    if (asked) return { ...asked, next: asked.next && encodeCursor(asked.next) };
    const restOf = (part: string, after: readonly string[]) =>
      view.href(url.pathname, { ...value, part: part as Name, after: [...after] });
    return {
      ...found,
      parts: Object.fromEntries(
        Object.entries(parts).map(([part, { total, next }]) => [part, { total, rest: next && restOf(part, next) }]),
      ),
    };
  });

/** `POST /api/v1/<nouns>`: a new draft, 201 with its address. The same Idempotency-Key again has no second effect. */
export const apiRecord = <Kind extends RecordKind>(
  kind: Kind,
  path: string,
  input: z.ZodType<RecordInputs[Kind]>,
  record: (actor: Actor, recorded: Recorded<RecordInputs[Kind]>) => Promise<WrittenRecord>,
) =>
  jsonWrite(recordOf(input), (actor, recorded, { repeatable }) => record(actor, { ...recorded, repeatable }), {
    status: 201,
    permission: WRITE_PERMISSIONS[kind],
    keepsKey: true,
    location: ({ slug }) => `/api/v1/${path}/${slug}`,
  });

/** `PATCH /api/v1/<nouns>/<slug>`: the fields that change, `basedOn` and a reason; a stale version is a 409 with both. Its key as of POST. */
export const apiRevise = <Kind extends RecordKind>(
  kind: Kind,
  input: z.ZodType<RecordInputs[Kind]>,
  revise: (actor: Actor, revised: Revised<RecordInputs[Kind]>) => Promise<WrittenRecord>,
) =>
  jsonWrite<typeof patch, WrittenRecord, BySlug>(
    patch,
    async (actor, { basedOn, reason, distinctFrom, changes }, { params, repeatable }) => {
      const slug = asSlug(params.slug);
      const changed = (stored: RecordInputs[Kind]) => {
        const parsed = input.safeParse({ ...rawInput(stored), ...changes }, { error: validationKey });
        if (!parsed.success) throw new Invalid(errorsOf(parsed.error));
        return parsed.data;
      };
      return revise(actor, { slug, basedOn, reason, distinctFrom, repeatable, input: changed });
    },
    { permission: WRITE_PERMISSIONS[kind], keepsKey: true },
  );

/** A name that no record can have is one that none has. */
export function asSlug(text: string): string {
  if (!slugForm.safeParse(text).success) throw Refusal.notFound();
  return text;
}

/** Path → key of the `validation` catalogue, as `Invalid` takes it. */
export const errorsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [key, "validation.unknownKey"])
        : [[issue.path.join("."), issue.message]],
    ),
  );
