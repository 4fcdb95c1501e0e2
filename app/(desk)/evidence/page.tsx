import type { Metadata } from "next";
import { useTranslations } from "#translations";
import { EvidenceSteps } from "@/app/_parts/evidence-steps";
import { ListTools } from "@/app/_parts/list-tools";
import { UnreadLine } from "@/app/_parts/unread-line";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { ActiveEvidenceFilters } from "@/components/evidence/active-evidence-filters";
import { EvidenceFeed } from "@/components/evidence/evidence-feed";
import { EvidenceFilters } from "@/components/evidence/evidence-filters";
import { AddressProblems } from "@/components/records/address-problems";
import { PageHeading } from "@/components/ui/page-heading";
import { listEvidence } from "@/db/access/evidence/evidence";
import { countEvidenceFacets } from "@/db/access/evidence/evidence-facets";
import { listRecordNames } from "@/db/access/records/record-names";
import { evidenceFilter } from "@/lib/filters/evidence-filter";
import { getTranslations } from "@/lib/text/translations";
import { may } from "@/lib/workflow/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "evidence")("title") };
}

export default async function EvidencePage({ searchParams }: PageProps<"/evidence">) {
  const actor = await requireActor();
  const { value: view, problems } = evidenceFilter.parse(await searchParams);
  const { any, without } = view.station;
  const [page, facets, stationNames] = await Promise.all([
    listEvidence(actor, view),
    countEvidenceFacets(actor, view),
    any.length + without.length > 0 ? listRecordNames(actor, { station: [...any, ...without] }) : {},
  ]);
  const t = useTranslations("evidence");
  const isSelectable = may(actor, "take on work");
  return (
    <>
      <PageHeading
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <EvidenceSteps actor={actor} />
            <ListTools actor={actor} list="evidence" query={evidenceFilter.toQuery(view)} />
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
        <EvidenceFilters view={view} facets={facets} />
        <div className="min-w-0">
          <AddressProblems problems={problems} />
          <ActiveEvidenceFilters {...{ view, facets, stationNames }} total={page.total} isLeast={page.isLeast} />
          <UnreadLine actor={actor} view={view} />
          <EvidenceFeed view={view} page={page} isSelectable={isSelectable} />
          {isSelectable && <BatchBar list={evidenceFilter.href("/evidence", view, { after: view.after })} />}
        </div>
      </div>
    </>
  );
}
