import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { WORD_LISTS } from "@/lib/text/typing-slips";
import { instant } from "./instant";
import { recordKind } from "./revisions";

const LISTS = sql.raw(WORD_LISTS.map((list) => `'${list}'`).join(", "));

/**
 * Words of names and titles, for whoever mistypes one: those that readers have, and those of the desk. None is from a record
 * whose TLP label keeps it at the desk. Made anew from the records whenever they changed, and no part of the history.
 */
export const searchWords = pgTable(
  "search_words",
  {
    list: text("list", { enum: [...WORD_LISTS] }).notNull(),
    /** Folded, as questions are. */
    word: text("word").notNull(),
    /** As it was spelled where it was first read. */
    shown: text("shown").notNull(),
    /** Roughly in how many records. */
    uses: integer("uses").notNull(),
    /** The list with the word, and with the word without each of its letters: a slip of one letter has one in common with it. */
    near: text("near").array().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.list, row.word] }),
    index("search_words_near").using("gin", row.near),
    check("search_words_list", sql`${row.list} in (${LISTS})`),
  ],
);

/** Up to when the records of a kind have been read for their words. */
export const searchWordMarks = pgTable("search_word_marks", {
  kind: recordKind("kind").primaryKey(),
  until: instant("until").notNull(),
});
