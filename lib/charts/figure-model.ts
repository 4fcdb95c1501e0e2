import type { DashboardFilter } from "../filters/dashboard-filter";
import type { Locale } from "../text/locale";
import type { FigureData, FigureFacts, FigureTable } from "./figure";

/** For whom, of what and when a figure was counted. */
export type FigureContext = {
  readonly scope: DashboardFilter;
  /** Whether the reader may read drafts. */
  readonly seesDrafts: boolean;
  readonly locale: Locale;
  /** ISO instant of the counting. */
  readonly asOf: string;
  readonly revision: FigureData["revision"];
};

/** What a figure says of itself whatever was counted. */
export type FigureFrame = Pick<FigureFacts, "title" | "definition" | "filter" | "sources" | "credits">;

/** A figure, from what was read for it: every drawing, sentence and table of it, on whatever page or file, is made here. */
export type FigureModel<Data, Layout> = {
  readonly frame: (context: FigureContext) => FigureFrame;
  /** Its drawing as numbers, with its marks in words and their links: for the screen, the files and the PDF alike. */
  readonly layout: (data: Data, context: FigureContext) => Layout;
  /** What it says, as a sentence. */
  readonly headline: (data: Data, context: FigureContext) => string;
  readonly table: (data: Data, context: FigureContext) => FigureTable;
};

/** A figure as it is shown: its layout is drawn, its data stand around the drawing and in its files. */
export type BuiltFigure<Name extends string, Layout> = {
  readonly name: Name;
  readonly data: FigureData;
  readonly layout: Layout;
};
