import { z } from "zod";
import { STANCES } from "../records/claim";
import { ANSWERS } from "../records/response";
import { SLUG_PATTERN } from "../records/slug";
import { defineFilter, type SearchParams } from "./filter";
import { choiceField, cursorField, numberField } from "./filter-field";

const day = z.iso.date();
const slug = z.string().regex(SLUG_PATTERN);
const id = z.uuid();
const flag = z.enum(["true", "false"]);

/** The long parts of a station, each with what its rows are ordered by: the place where a page of it ends. */
const STATION_PARTS = {
  evidence: [day, slug],
  claims: [flag, day, slug],
  responses: [flag, day, slug],
  disputes: [slug, slug],
  requests: [day, id],
};
export type StationPart = keyof typeof STATION_PARTS;

type Shapes<Name extends string> = Readonly<Record<Name, readonly z.ZodType<string>[]>>;

/** A part of a record, from behind a place in it on. */
export type PartPlace<Name extends string> = {
  readonly part: Name;
  /** Absent: from its beginning. */
  readonly after?: readonly string[] | undefined;
};

/** The most rows of each part that an answer of the API has. */
const MOST = 5000;

function defineParts<Name extends string>(shapes: Shapes<Name>) {
  const names = Object.keys(shapes) as Name[];
  const fields = {
    /** The part that is read on, instead of from its beginning. */
    part: choiceField<Name | "">(["", ...names]),
    after: cursorField(z.array(z.string().max(500)).min(1).max(4)),
  };
  const view = defineFilter({ ...fields, limit: numberField(1, MOST, 100) });
  /** The view of a record's page, where it has no other. */
  const page = defineFilter(fields);
  type Asked = { readonly part: Name | ""; readonly after?: readonly string[] | undefined };
  /** Null when no part is asked for; "wrong" for a place in another part than the one that is named. */
  function placeIn({ part, after }: Asked): PartPlace<Name> | null | "wrong" {
    if (part === "") return after ? "wrong" : null;
    if (after === undefined) return { part };
    const shape = shapes[part];
    const fits = after.length === shape.length && shape.every((own, index) => own.safeParse(after[index]).success);
    return fits ? { part, after } : "wrong";
  }

  return {
    fields,
    /** The view of a record in the API. */
    view,
    placeIn,
    /** What of a page's address names a place, as a text that tells two of them apart. */
    queryOf: (params: SearchParams) => page.toQuery(page.parse(params).value),
    /** The place that a page's address names; null when it names none that can be read. */
    placeOf(params: SearchParams): PartPlace<Name> | null {
      const place = placeIn(page.parse(params).value);
      return place === "wrong" ? null : place;
    },
    /** Where a part of the page goes on, and begins again; the part's section is called as the part. */
    hrefs: (path: string, part: Name, next: readonly string[] | null, shown: PartPlace<Name> | null) =>
      partAddresses(part, next, shown, (place) => `${page.href(path, page.absent, place)}#${part}`),
  };
}
/**
 * The addresses of a record's page on which a part goes on, and begins again, in a view of that page.
 * @param hrefOf the address of the view with that place
 */
export function partAddresses<Name extends string>(
  part: Name,
  next: readonly string[] | null,
  shown: PartPlace<Name> | null,
  hrefOf: (place: { part: Name | ""; after: string[] | undefined }) => string,
) {
  return {
    restHref: next && hrefOf({ part, after: [...next] }),
    firstHref: shown?.part === part && shown.after ? hrefOf({ part: "", after: undefined }) : null,
  };
}

export type RecordParts<Name extends string> = ReturnType<typeof defineParts<Name>>;

export const stationParts = defineParts(STATION_PARTS);

export const evidenceParts = defineParts({
  stations: [z.string().length(2), z.string().max(500), slug],
  claims: [z.enum(STANCES), day, slug],
  responses: [day, slug],
  events: [day, slug],
  statuses: [day, slug],
});
export const claimParts = defineParts({ stances: [z.enum(STANCES), day, slug], answers: [day, slug] });
export const responseParts = defineParts({
  stations: [z.string().max(500), slug],
  answers: [z.enum(ANSWERS), day, slug],
  evidence: [day, slug],
  statusReports: [day, slug],
});
export const eventParts = defineParts({ evidence: [day, slug] });

export type PartName<P> = P extends RecordParts<infer Name> ? Name : never;
