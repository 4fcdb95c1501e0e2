import "server-only";
import { hrefOfList } from "@/components/search/search-href";
import { searchFileTexts } from "@/db/access/files/file-search";
import { SEARCH_KINDS, type SearchKind } from "@/db/access/search/search";
import { searchMeant } from "@/db/access/search/search-meant";
import { readQuestion } from "@/db/access/search/search-question";
import { splitFields } from "@/lib/filters/question-fields";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

const OF_EACH_KIND = 6;
const OF_ONE_KIND = 100;

type Asked = { readonly query: string; readonly kind?: SearchKind; readonly isExact: boolean };

/** What the page of all results shows: records, and for the desk what stands in files. What files have is not mistyped. */
export async function answerQuestion(actor: Actor, { query, kind, isExact }: Asked) {
  const question = await readQuestion(actor, query);
  const seesDrafts = may(actor, "read drafts");
  const isInFiles = kind === undefined && seesDrafts;
  const files = isInFiles ? await searchFileTexts(actor, question) : { items: [], isMore: false };
  const limit = kind ? OF_ONE_KIND : OF_EACH_KIND;
  const found = await searchMeant(actor, question, { kind, limit, isExact: isExact || files.items.length > 0 });
  const total = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const words = found.instead === null ? question.words : splitFields(found.instead, seesDrafts).words;
  const { fields } = question;
  const lists = fields && Object.fromEntries(SEARCH_KINDS.map((each) => [each, hrefOfList(each, fields, words)]));
  return { ...found, files, total, words: question.words, lists: lists ?? {} };
}
