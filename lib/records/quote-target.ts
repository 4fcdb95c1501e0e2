import { z } from "zod";
import { contextOf, countCodePoints, findQuote, isSameQuote, type Span, unitOfCodePoint } from "../text/find-quote";
import { blankToNull } from "./input";

/** A number in a text: no file that is read has so many letters on a page. */
const position = z.int().min(0).max(99_999_999);

/** What PostgreSQL can hold: JSON may escape what can't be typed. */
const fileText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes("\0"));

/**
 * Where a quote stands, as a target of a W3C Web Annotation: the bytes by their digest (RFC 6920), the page of the text that
 * was read from them, and there the words with their surroundings and their place, which counts code points.
 */
const quoteTarget = z.strictObject({
  source: z.string().regex(/^nih:sha-256;[0-9a-f]{64}$/),
  selector: z.strictObject({
    type: z.literal("FragmentSelector"),
    value: z.string().regex(/^page=[1-9]\d{0,6}$/),
    refinedBy: z.tuple([
      z.strictObject({
        type: z.literal("TextQuoteSelector"),
        exact: fileText(4000).min(1),
        prefix: fileText(100),
        suffix: fileText(100),
      }),
      z.strictObject({ type: z.literal("TextPositionSelector"), start: position, end: position }),
    ]),
  }),
});
export type QuoteTarget = z.infer<typeof quoteTarget>;

function parseJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** As an object, or as a form has it: its JSON in a hidden field. Nothing is none. */
export const optionalTarget = z.preprocess((value, context) => {
  const given = parseJson(blankToNull(value)) ?? undefined;
  if (given === undefined || quoteTarget.safeParse(given).success) return given;
  context.addIssue({ code: "custom", message: "validation.quoteTarget", input: undefined });
  return z.NEVER;
}, quoteTarget.optional());

export const digestOfTarget = ({ source }: QuoteTarget): string => source.slice(source.indexOf(";") + 1);
export const pageOfTarget = ({ selector }: QuoteTarget): number => Number(selector.value.slice("page=".length));

type PageOfFile = { readonly digest: string; readonly page: number; readonly text: string };

/** The target of a part of a page's text. */
export function targetOf({ digest, page, text }: PageOfFile, span: Span): QuoteTarget {
  const exact = text.slice(span.start, span.end);
  return {
    source: `nih:sha-256;${digest}`,
    selector: {
      type: "FragmentSelector",
      value: `page=${page}`,
      refinedBy: [
        { type: "TextQuoteSelector", exact, ...contextOf(text, span) },
        {
          type: "TextPositionSelector",
          start: countCodePoints(text, span.start),
          end: countCodePoints(text, span.end),
        },
      ],
    },
  };
}

/** Where a page's text has what a target is of: at its place, or, when the text has moved, by the words and what stood around them. */
export function locateTarget(text: string, { selector }: QuoteTarget): Span | null {
  const [{ exact, prefix, suffix }, { start: first, end: last }] = selector.refinedBy;
  const [start, end] = [unitOfCodePoint(text, first), unitOfCodePoint(text, last)];
  if (end > start && isSameQuote(text.slice(start, end), exact)) return { start, end };
  return findQuote(text, exact, { start, prefix, suffix });
}

type Quoted = { readonly quote: string | null; readonly target?: QuoteTarget | undefined };

/** A row whose quote says other words than its target is bound to no place any more. */
export function unbindChanged<Row extends Quoted>({
  target,
  ...row
}: Row): Omit<Row, "target"> & Pick<Quoted, "target"> {
  const isBound = target && row.quote !== null && isSameQuote(row.quote, target.selector.refinedBy[0].exact);
  return isBound ? { ...row, target } : row;
}
