import {
  countUnread,
  findReading,
  markItem,
  markListRead,
  readUnread,
  recordReading,
} from "../../access/evidence/unread";
import type { MatrixRow } from "./matrix-row";

const ofEverybody = (ask: MatrixRow["ask"]): readonly MatrixRow[] => [{ takes: "read published records", ask }];

/** What each has read of the evidence: their own affair, and of what they see. */
export const READING: Readonly<Record<string, readonly MatrixRow[]>> = {
  "unread.countUnread": ofEverybody((actor) => countUnread(actor)),
  "unread.readUnread": ofEverybody((actor, { shown }) => readUnread(actor, [shown.evidence.id])),
  "unread.findReading": ofEverybody((actor, { shown }) => findReading(actor, shown.evidence.slug)),
  "unread.recordReading": ofEverybody((actor, { shown }) => recordReading(actor, shown.evidence.id, 1)),
  "unread.markItem": ofEverybody((actor, { shown }) => markItem(actor, shown.evidence.slug, true)),
  "unread.markListRead": ofEverybody((actor) => markListRead(actor, { q: "matrix" })),
};
