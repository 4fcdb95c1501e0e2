import { StyleSheet } from "@react-pdf/renderer";
import type { Tone } from "@/lib/charts/patterns";
import { PDF_SANS, PDF_SERIF } from "./fonts";

export const INK = "#1b1b1a";
export const MUTED = "#4a4843";
export const RULE = "#b8b3a8";

/** The page's data colours on paper. */
export const TONES: Record<Tone, string> = {
  "data-1": "#0072b2",
  "data-2": "#c95500",
  "data-3": "#00896a",
  "data-4": "#b35a8c",
  "data-5": "#a06e00",
  "data-6": "#2a83b8",
  "data-rest": "#85817a",
};
export const BLUE = TONES["data-1"];
export const ORANGE = TONES["data-2"];

export const styles = StyleSheet.create({
  page: {
    fontFamily: PDF_SANS,
    fontSize: 8.5,
    lineHeight: 1.3,
    color: INK,
    paddingTop: 36,
    paddingHorizontal: 42,
    paddingBottom: 24,
  },
  // One page's worth: what would not fit is cut, never pushed to a third page.
  sheet: { height: 728, overflow: "hidden", flexDirection: "column", gap: 12 },
  title: { fontFamily: PDF_SERIF, fontSize: 20, lineHeight: 1.2 },
  heading: { fontFamily: PDF_SERIF, fontSize: 12.5, lineHeight: 1.3, marginBottom: 3 },
  small: { fontSize: 10.5, fontFamily: PDF_SERIF, lineHeight: 1.3, marginBottom: 2 },
  muted: { color: MUTED },
  bold: { fontWeight: 600 },
  grid: { flexDirection: "row", flexWrap: "wrap", columnGap: 14, rowGap: 9 },
  figure: { width: 160, borderTopWidth: 0.75, borderTopColor: INK, paddingTop: 3 },
  value: { fontFamily: PDF_SERIF, fontSize: 17, lineHeight: 1.2 },
  note: { fontSize: 8, color: MUTED, lineHeight: 1.25 },
  columns: { flexDirection: "row", gap: 20 },
  column: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  row: { flexDirection: "row", borderBottomWidth: 0.5, borderBottomColor: RULE, paddingVertical: 1.5 },
  foot: {
    borderTopWidth: 0.5,
    borderTopColor: RULE,
    paddingTop: 4,
    flexDirection: "row",
    justifyContent: "space-between",
    gap: 12,
    fontSize: 8,
    color: MUTED,
  },
});
