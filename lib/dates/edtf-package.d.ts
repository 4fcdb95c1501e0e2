/** edtf 4 ships no types: the part of it that lib/dates/edtf.ts uses. */
declare module "edtf" {
  export type ParsedNode = { type: "Date" | "Season" | "Interval"; values: unknown[] };
  export function parse(text: string, limits: { level: number; types: string[] }): ParsedNode;
  export default function edtf(node: ParsedNode): { readonly min: number | null; readonly max: number | null };
}
