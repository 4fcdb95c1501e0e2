import { z } from "zod";
import { optionalNumber, REQUIRED, recordOf, requiredText, rowsOf } from "./input";

/** So many boxes may be painted in one copy. */
const MOST_BOXES = 200;

const number = (check: z.ZodNumber) =>
  optionalNumber(check).transform((value, context) => {
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: REQUIRED.error, input: value });
    return z.NEVER;
  });
const percent = z.number({ error: "validation.number" }).min(0, "validation.percent").max(100, "validation.percent");

/** A box on a page as it is shown upright, from its upper left corner, in per cent of the page's width and height. */
const redactionBox = z.strictObject({
  page: number(z.int("validation.integer").min(1, "validation.noSuchPage").max(10_000, "validation.noSuchPage")),
  left: number(percent),
  top: number(percent),
  width: number(percent.min(0.1, "validation.percentAbove")),
  height: number(percent.min(0.1, "validation.percentAbove")),
});
export type RedactionBox = z.infer<typeof redactionBox>;
export const BOX_FIELDS = ["page", "left", "top", "width", "height"] as const satisfies (keyof RedactionBox)[];

/** A copy of a file in which boxes are painted black. Its name is its own: that of the original may say what is hidden. */
export const redactionInput = z.strictObject({
  name: requiredText(200),
  boxes: rowsOf(redactionBox)
    .refine((boxes) => boxes.length > 0, "validation.boxMissing")
    .refine((boxes) => boxes.length <= MOST_BOXES, "validation.tooManyBoxes"),
});
export type RedactionInput = z.infer<typeof redactionInput>;

/** What the form sends: the same, flat, with the file's id. */
export const redactionForm = recordOf(redactionInput.extend({ id: z.uuid("validation.uuid") }));

/** How many boxes, and on which pages: what custody says of them. */
export const countBoxes = (boxes: readonly RedactionBox[]) => ({
  boxes: boxes.length,
  pages: [...new Set(boxes.map(({ page }) => page))].sort((a, b) => a - b).join(", "),
});

const ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/png": ".png",
};

/** A name with the ending that a type has. */
export function nameOfType(name: string, type: string): string {
  const ending = ENDINGS[type] ?? "";
  return name.toLowerCase().endsWith(ending) ? name : `${name.replace(/\.[a-z0-9]{2,4}$/i, "")}${ending}`;
}
