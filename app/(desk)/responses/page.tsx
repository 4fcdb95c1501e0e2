import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { ResponseList } from "@/components/responses/response-list";
import { ResponseTable } from "@/components/responses/response-table";
import { Pager } from "@/components/ui/pager";
import { countResponseFacets } from "@/db/access/responses/response-facets";
import { listResponses } from "@/db/access/responses/response-list";
import { responseFilter } from "@/lib/filters/response-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "response")("title") };
}

export default async function ResponsesPage({ searchParams }: PageProps<"/responses">) {
  const actor = await requireActor();
  const { value: view, problems } = responseFilter.parse(await searchParams);
  const [page, counts] = await Promise.all([listResponses(actor, view), countResponseFacets(actor, view)]);
  const isSelectable = may(actor, "take on work");
  return (
    <ResponseList
      menu={<ListTools actor={actor} list="responses" query={responseFilter.toQuery(view)} />}
      view={view}
      problems={problems}
      counts={counts}
      mayRecord={may(actor, "record a response")}
      total={page.total}
    >
      <ResponseTable
        responses={page.items}
        view={view}
        showState={may(actor, "read drafts")}
        choice={await readColumnChoice("responses")}
        isSelectable={isSelectable}
      />
      <Pager
        total={page.total}
        shown={page.items.length}
        nextHref={page.next && responseFilter.href("/responses", view, { after: page.next })}
        firstHref={view.after && responseFilter.href("/responses", view)}
      />
      {isSelectable && <BatchBar list={responseFilter.href("/responses", view, { after: view.after })} />}
    </ResponseList>
  );
}
