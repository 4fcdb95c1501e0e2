import { listWorkInDoubt, readItemInDoubt } from "../../access/evidence/resting-records";
import { listBagItems } from "../../access/files/bag-items";
import { searchFileTexts } from "../../access/files/file-search";
import { findAttachment, listAttachments, listCustody } from "../../access/files/files";
import { listFailedFiles } from "../../access/files/fixity";
import { searchMeant, suggestQuestions } from "../../access/search/search-meant";
import { readQuestion } from "../../access/search/search-question";
import type { MatrixRow } from "./matrix-row";

/** What items stand on and carry: their files, and what rests on them. */
export const EVIDENCE_ROOM_READS: Readonly<Record<string, MatrixRow>> = {
  "resting-records.readItemInDoubt": {
    takes: "read drafts",
    ask: (actor, { shown }) => readItemInDoubt(actor, shown.evidence.slug),
  },
  "files.listAttachments": {
    takes: "read published records",
    ask: (actor, { shown }) => listAttachments(actor, { kind: "evidence", slug: shown.evidence.slug }),
  },
  "files.findAttachment": { takes: "read published records", ask: (actor, { copy }) => findAttachment(actor, copy) },
  "files.listCustody": { takes: "read published records", ask: (actor, { copy }) => listCustody(actor, copy) },
  "bag-items.listBagItems": {
    takes: "read published records",
    ask: async (actor, { shown }) => [...(await listBagItems(actor, [shown.evidence.slug])).values()],
  },
  "file-search.searchFileTexts": { takes: "read drafts", ask: (actor) => searchFileTexts(actor, "matrix") },
  "fixity.listFailedFiles": { takes: "read drafts", ask: (actor) => listFailedFiles(actor) },
  "search-meant.searchMeant": { takes: "read published records", ask: (actor) => searchMeant(actor, "matrix") },
  "search-question.readQuestion": {
    takes: "read published records",
    ask: async (actor) => {
      const { fields, words, problems } = await readQuestion(actor, "matrix publisher:hidden country:NL");
      // What was typed is told back to whoever typed it.
      return { words, unknown: problems.length, choices: [...(fields?.choices ?? [])] };
    },
  },
  "search-meant.suggestQuestions": {
    takes: "read published records",
    // With a letter wrong: what is not published has one word, what is has the other.
    ask: async (actor) => ({
      ofPublished: await suggestQuestions(actor, "matrxi"),
      ofOthers: await suggestQuestions(actor, "hidedn"),
    }),
  },
  "resting-records.listWorkInDoubt": { takes: "read drafts", ask: (actor) => listWorkInDoubt(actor) },
};
