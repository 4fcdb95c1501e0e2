import { z } from "zod";
import { jsonRead } from "@/app/_server/route-handlers";
import { describeFieldProblem } from "@/components/search/describe-field-problem";
import { hitDetail, hitHref } from "@/components/search/hit-detail";
import { SEARCH_KINDS } from "@/db/access/search/search";
import { searchMeant } from "@/db/access/search/search-meant";
import { Invalid } from "@/lib/workflow/outcome";

const question = z.strictObject({
  q: z.string().max(200).default(""),
  kind: z.enum(SEARCH_KINDS).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** Best first, over all kinds or one; what the palette and the pickers ask while somebody types. */
export const GET = jsonRead(async (actor, { url }) => {
  const parsed = question.safeParse(Object.fromEntries(url.searchParams));
  if (!parsed.success) throw new Invalid(refused(parsed.error));
  const { q, kind, limit } = parsed.data;
  const { items, instead, meant, problems } = await searchMeant(actor, q, { kind, limit });
  return {
    meant: instead === null ? meant : [instead, ...meant],
    problems: problems.map((problem) => ({ ...problem, detail: describeFieldProblem(problem, actor.locale) })),
    // Whoever picks a record gets what was typed, never what may have been meant.
    items: (instead === null ? items : []).slice(0, limit).map((hit) => ({
      kind: hit.kind,
      slug: hit.slug,
      title: hit.title,
      detail: hitDetail(hit, actor.locale),
      href: hitHref(hit),
    })),
  };
});

const refused = (error: z.ZodError) =>
  Object.fromEntries(
    error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [key, "validation.unknownKey"])
        : [[String(issue.path[0]), "validation.invalid"]],
    ),
  );
