import type { DashboardFilter } from "../filters/dashboard-filter";
import type { Locale } from "../text/locale";
import type { FigureData, FigureFacts, FigureTable } from "./figure";

/** Countries that a figure draws at most; the table has all. */
export const COUNTRIES_DRAWN = 20;

/** For whom, of what and when a figure was counted. */
export type FigureContext = {
  readonly filter: DashboardFilter;
  /** Whether the reader may read drafts. */
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  /** ISO instant of the counting. */
  readonly asOf: string;
  /** The newsroom's, whose day "today" is. */
  readonly timeZone: string;
  readonly revision: FigureData["revision"];
  /** Rows that its table is made of, the first of them: a page draws no more. All when absent. */
  readonly rows?: number;
};

/** What stands around a figure whatever was counted. */
export type FigureFrame = Pick<FigureFacts, "title" | "definition" | "filter" | "sources" | "credits">;

/** A figure, from what was read for it: every drawing, sentence and table of it, on whatever page or file, is made here. */
export type FigureModel<Data, Layout> = {
  readonly frame: (context: FigureContext) => FigureFrame;
  /** Its drawing as numbers, with its marks in words and their links: for the screen, the files and the PDF alike. */
  readonly layout: (data: Data, context: FigureContext) => Layout;
  /** The result as a sentence. */
  readonly headline: (data: Data, context: FigureContext) => string;
  readonly table: (data: Data, context: FigureContext) => FigureTable;
};
