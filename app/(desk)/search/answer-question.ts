import "server-only";
import { searchFileTexts } from "@/db/access/files/file-search";
import type { SearchKind } from "@/db/access/search/search";
import { searchMeant } from "@/db/access/search/search-meant";
import type { Actor } from "@/lib/workflow/actor";
import { may } from "@/lib/workflow/policy";

const OF_EACH_KIND = 6;
const OF_ONE_KIND = 100;

type Asked = { readonly query: string; readonly kind?: SearchKind; readonly isExact: boolean };

/** What the page of all results shows: records, and for the desk what stands in files. What files have is not mistyped. */
export async function answerQuestion(actor: Actor, { query, kind, isExact }: Asked) {
  const isInFiles = kind === undefined && may(actor, "read drafts");
  const files = isInFiles ? await searchFileTexts(actor, query) : { items: [], isMore: false };
  const limit = kind ? OF_ONE_KIND : OF_EACH_KIND;
  const found = await searchMeant(actor, query, { kind, limit, isExact: isExact || files.items.length > 0 });
  const total = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  return { ...found, files, total };
}
