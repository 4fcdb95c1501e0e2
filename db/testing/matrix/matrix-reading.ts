import { listAlikeSources } from "../../access/evidence/alike-sources";
import { confirmDerived, countOriginalClaims, listAlikeTexts, setNotCopy } from "../../access/evidence/alike-texts";
import {
  countUnreadEvidence,
  findReading,
  markItem,
  markListRead,
  readUnread,
  recordReading,
} from "../../access/evidence/unread";
import { makeClaim, makeEvidence } from "../make";
import type { MatrixRow } from "./matrix-row";

const ofEverybody = (ask: MatrixRow["ask"]): readonly MatrixRow[] => [{ takes: "read published records", ask }];

/** What each has read of the evidence: their own affair, and of what they see. */
export const READING: Readonly<Record<string, readonly MatrixRow[]>> = {
  "unread.countUnreadEvidence": ofEverybody((actor) => countUnreadEvidence(actor)),
  "unread.readUnread": ofEverybody((actor, { shown }) => readUnread(actor, [shown.evidence.id])),
  "unread.findReading": ofEverybody((actor, { shown }) => findReading(actor, shown.evidence.slug)),
  "unread.recordReading": ofEverybody((actor, { shown }) => recordReading(actor, shown.evidence.id, 1)),
  "unread.markItem": ofEverybody((actor, { shown }) => markItem(actor, shown.evidence.slug, true)),
  "unread.markListRead": ofEverybody((actor) => markListRead(actor, { q: "matrix" })),
  "alike-texts.listAlikeTexts": [
    { takes: "read drafts", ask: (actor, { shown }) => listAlikeTexts(actor, shown.evidence.slug) },
  ],
  "alike-texts.countOriginalClaims": [
    { takes: "read drafts", ask: (actor, { shown }) => countOriginalClaims(actor, shown.evidence.slug) },
  ],
  "alike-sources.listAlikeSources": [
    { takes: "read drafts", ask: (actor, { shown }) => listAlikeSources(actor, shown.claim.id) },
  ],
  "alike-texts.confirmDerived": [
    {
      takes: "record a claim",
      ask: async (actor, { desk, shown }) => {
        const { slug: evidence } = await makeEvidence(desk);
        await makeClaim(desk, { stances: [{ evidence, derivation: "original" }] });
        return confirmDerived(actor, { evidence, source: shown.evidence.slug });
      },
    },
  ],
  "alike-texts.setNotCopy": [
    {
      takes: "record evidence",
      ask: async (actor, { desk, shown }) => {
        const { slug: evidence } = await makeEvidence(desk);
        return setNotCopy(actor, { evidence, source: shown.evidence.slug }, true);
      },
    },
  ],
};
