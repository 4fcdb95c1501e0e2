import { and, eq, type SQL, sql } from "drizzle-orm";
import type { RecordsSeen } from "@/lib/filters/dashboard-filter";
import { EVIDENCE_FACETS, type EvidenceCursor, type EvidenceSort } from "@/lib/filters/evidence-filter";
import type { FilterChoices } from "@/lib/filters/filter-field";
import { EVIDENCE_KINDS } from "@/lib/records/evidence";
import type { Actor } from "@/lib/workflow/actor";
import { writeTextArray } from "../../connection/text-array";
import { evidence } from "../../schema";
import { isChosen } from "../filters/choice-condition";
import { filterReader } from "../filters/filter-conditions";
import { MOST_FOUND, readPageWithTotal } from "../reading/list-totals";
import { limitInText, readerQueries } from "../reading/reader-query";
import { askedValues } from "../search/text-search";
import { type EvidenceNarrowing, evidenceConditions, facetCondition, isNarrowed } from "./evidence-conditions";
import {
  ASKED,
  countFound,
  countOwnWords,
  type EvidencePlace,
  pageInOrder,
  pageOfAsked,
  pageOfFound,
} from "./evidence-rows";
import { countAllEvidence } from "./evidence-sums";
import { pageOfKept } from "./found-evidence";

type PlaceAsked = EvidencePlace & { readonly after: EvidenceCursor | null | undefined; readonly limit: number };

/**
 * The rows of a page and the exact number on all pages. Where the number is not known yet, what the filter leaves is found
 * once for both; where it is, the page is a walk along the sorted index, which stops when it is full. All of the evidence is
 * counted by its sums. Of a question that nothing else narrows the number is above `MOST_FOUND` when more are found, by how
 * much says nothing.
 */
export function readEvidencePage(actor: Actor, narrowing: EvidenceNarrowing, place: PlaceAsked) {
  const where = () =>
    and(
      evidenceConditions(actor, narrowing),
      ...EVIDENCE_FACETS.map((facet) => facetCondition(actor, facet, narrowing[facet])),
    );
  if (narrowing.unread) return readUnreadPage(actor, where(), place);
  const isAll = !isNarrowed(narrowing);
  const { records = "all" } = narrowing;
  return readPageWithTotal(actor.role, ["evidence", narrowing], {
    // What a text finds is found whole, whether it is counted or not.
    page: async (counted = 0) =>
      narrowing.q
        ? await pageOfAskedBefore(actor, narrowing, place, counted)
        : ((await walkEvidence(actor, narrowing, place, counted)) ?? (await pageInOrder(actor, where(), place))),
    count: () =>
      isAll
        ? countAllEvidence(filterReader(actor, { records }))
        : countFound(where(), isAskedAlone(narrowing) ? MOST_FOUND + 1 : undefined),
    pageAndCount: isAll
      ? undefined
      : async () => (await readAsked(actor, narrowing, place)) ?? (await pageOfFound(actor, where(), place)),
  });
}

/** What somebody has read is theirs alone, and changes without a write to the records: its number is kept for nobody. */
async function readUnreadPage(actor: Actor, where: SQL | undefined, place: PlaceAsked) {
  const found = await pageOfFound(actor, where, place);
  const total = found[0]?.total ?? (await countFound(where))[0]?.total ?? 0;
  return { rows: found.map(({ head: _head, total: _total, ...row }) => row), total };
}

/** Where a page begins and ends in a query that is made once for all pages. */
const placed = ({ sort, goesOn, limit }: PlaceShape): EvidencePlace => ({
  sort,
  after: goesOn ? { at: sql.placeholder("at"), id: sql.placeholder("id") } : null,
  limit: limitInText(limit),
});

type PlaceShape = {
  readonly sort: EvidenceSort;
  readonly records: RecordsSeen;
  readonly goesOn: boolean;
  readonly limit: number;
};

type WalkShape = PlaceShape & { readonly [Key in "kind" | "country" | "from" | "to"]: boolean };

/** Where a country is rare, an index of countries finds more than a longer walk. */
const LONGEST_WALK = 2_000;

const walks = readerQueries((reader, shape: WalkShape) => {
  const { records, ...by } = shape;
  const where = and(
    evidenceConditions(reader, { records, to: by.to ? sql.placeholder("to") : undefined }),
    by.kind ? eq(evidence.kind, sql.placeholder("kind")) : undefined,
  );
  const walk = {
    longest: limitInText(LONGEST_WALK),
    countries: by.country ? sql.placeholder("countries") : undefined,
    from: by.from ? sql.placeholder("from") : undefined,
  };
  return pageInOrder(reader, where, placed(shape), by.country || by.from ? walk : undefined);
});

/**
 * A page of what most lists are narrowed by, by a statement that each connection keeps the plan of. Null for any other list,
 * and when the walk did not fill the page.
 * @param counted number of items on all pages, as far as is known
 */
async function walkEvidence(actor: Actor, narrowing: EvidenceNarrowing, place: PlaceAsked, counted: number) {
  const { kind, country, from, to, records = "all", ...others } = narrowing;
  const { sort, after, limit } = place;
  const isAll = !isNarrowed(narrowing);
  // Newest first, what is older than a day comes last.
  const isOrdered = isAll || sort === "newest" || (sort === "oldest" && !from && !to);
  const isKept = !isNarrowed(others) && isOneOf(EVIDENCE_KINDS, kind) && !country?.without.length;
  if (!isOrdered || !isKept || (!isAll && counted < limit)) return null;
  const by = { kind: isChosen(kind), country: isChosen(country), from: Boolean(from), to: Boolean(to) };
  const rows = await walks(
    actor,
    { sort, records, goesOn: Boolean(after), limit, ...by },
    { ...after, kind: kind?.any[0], countries: writeTextArray(country?.any ?? []), from, to },
  );
  return isAll || rows?.length === limit ? rows : null;
}

/** Nothing, or one of the words that the column can hold. */
const isOneOf = (words: readonly string[], choices: FilterChoices | undefined) =>
  !isChosen(choices) ||
  (choices?.without.length === 0 && choices.any.length === 1 && words.includes(choices.any[0] ?? ""));

/** A question that nothing else narrows. */
export const isAskedAlone = ({ q, ...others }: EvidenceNarrowing) => Boolean(q) && !isNarrowed(others);

/** Of a question that nothing else narrows. */
async function pageOfAskedBefore(actor: Actor, narrowing: EvidenceNarrowing, place: PlaceAsked, counted: number) {
  const { q, records = "all" } = narrowing;
  if (!q || !isAskedAlone(narrowing)) return null;
  return counted > MOST_FOUND
    ? walkAsked(actor, narrowing, place)
    : pageOfKept(actor, { q, records, ...place }, counted);
}

type QuestionShape = PlaceShape & { readonly isBounded: boolean };

const questions = readerQueries((reader, { isBounded, ...shape }: QuestionShape) =>
  pageOfAsked(
    reader,
    evidenceConditions(reader, { q: ASKED, records: shape.records }),
    placed(shape),
    isBounded ? limitInText(MOST_FOUND + 1) : undefined,
  ),
);

/** Items by their own words alone: of a usual word too many to look for what else finds some. */
const ownWords = readerQueries((reader, { records }: Pick<PlaceShape, "records">) =>
  countOwnWords(evidenceConditions(reader, { records }), limitInText(MOST_FOUND + 1)),
);

/** The same of what a question finds, and nothing else narrows: what finds too much to be counted is walked along. */
async function readAsked(actor: Actor, narrowing: EvidenceNarrowing, place: PlaceAsked) {
  const { q = "", records = "all" } = narrowing;
  const values = isAskedAlone(narrowing) ? askedValues(q) : null;
  if (!values) return null;
  const { sort, after, limit } = place;
  const ask = (isBounded: boolean) =>
    questions(actor, { sort, records, goesOn: Boolean(after), limit, isBounded }, { ...after, ...values });
  const [own] = (await ownWords(actor, { records }, values)) ?? [];
  const usual = own && own.total > MOST_FOUND ? await walkAsked(actor, narrowing, place) : null;
  if (own && usual) return usual.map((row) => ({ ...row, total: own.total, head: own.head }));
  const some = await ask(true);
  const [first] = some ?? [];
  if (!first || first.total <= MOST_FOUND) return some;
  const { total, head } = first;
  const walked = await walkAsked(actor, narrowing, place);
  return walked?.map((row) => ({ ...row, total, head })) ?? ask(false);
}

const walksOfAsked = readerQueries((reader, shape: PlaceShape) =>
  pageInOrder(reader, evidenceConditions(reader, { records: shape.records }), placed(shape), {
    longest: limitInText(LONGEST_WALK),
    countries: undefined,
    from: undefined,
    isAsked: true,
  }),
);

/** Of what a usual word finds a page is soon full. Null when the walk did not fill it. */
async function walkAsked(actor: Actor, { q = "", records = "all" }: EvidenceNarrowing, place: PlaceAsked) {
  const values = askedValues(q);
  const { sort, after, limit } = place;
  const rows =
    values && (await walksOfAsked(actor, { sort, records, goesOn: Boolean(after), limit }, { ...after, ...values }));
  return rows?.length === limit ? rows : null;
}
