import type { Metadata } from "next";
import { ListTools } from "@/app/_parts/list-tools";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { figureContext } from "@/app/_server/overview";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { ClaimList } from "@/components/claims/claim-list";
import { ClaimRanges } from "@/components/claims/claim-ranges";
import { ClaimTable } from "@/components/claims/claim-table";
import { Pager } from "@/components/ui/pager";
import { countClaimFacets } from "@/db/access/claims/claim-facets";
import { listClaims } from "@/db/access/claims/claim-ledger";
import { listRanges } from "@/db/access/figures/claim-ranges";
import { readWithRevision } from "@/db/access/history/revision-ref";
import { claimFilter } from "@/lib/filters/claim-filter";
import { dashboardFilter } from "@/lib/filters/dashboard-filter";
import { COUNT_SUBJECT } from "@/lib/records/claim";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "claim")("title") };
}

export default async function ClaimsPage({ searchParams }: PageProps<"/claims">) {
  const actor = await requireActor();
  const { value: view, problems } = claimFilter.parse(await searchParams);
  const [page, counts] = await Promise.all([listClaims(actor, view), countClaimFacets(actor, view)]);
  const counting = page.items.filter(({ subject }) => subject === COUNT_SUBJECT);
  const { ranges, head } = await readWithRevision(actor, dashboardFilter.absent, async () => ({
    ranges: await listRanges(actor, counting),
  }));
  const here = claimFilter.href("/claims", view, { after: view.after });
  const isSelectable = may(actor, "take on work");
  return (
    <ClaimList
      menu={<ListTools actor={actor} list="claims" query={claimFilter.toQuery(view)} />}
      {...{ view, problems, counts, total: page.total, isLeast: page.isLeast }}
      mayRecord={may(actor, "record a claim")}
    >
      <ClaimRanges claims={page.items} ranges={ranges} href={here} counted={figureContext(actor, head)} />
      <ClaimTable
        claims={page.items}
        showState={may(actor, "read drafts")}
        choice={await readColumnChoice("claims")}
        isSelectable={isSelectable}
      />
      <Pager
        total={page.total}
        isLeast={page.isLeast}
        shown={page.items.length}
        nextHref={page.next && claimFilter.href("/claims", view, { after: page.next })}
        firstHref={view.after && claimFilter.href("/claims", view)}
      />
      {isSelectable && <BatchBar list={here} />}
    </ClaimList>
  );
}
