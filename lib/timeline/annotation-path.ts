import type { FuzzyDate } from "../dates/fuzzy-date";
import { timelineFilter } from "./timeline-filter";

/** The timeline at an annotation: the list there has those of the days that are shown. */
export const annotationPath = ({ id, date: { from, to } }: { id: string; date: FuzzyDate }): string =>
  `${timelineFilter.href("/timeline", timelineFilter.absent, { from: from ?? undefined, to: to ?? undefined })}#note-${id}`;
