import type { Metadata } from "next";
import { EvidenceSteps } from "@/app/_parts/evidence-steps";
import { ListTools } from "@/app/_parts/list-tools";
import { UnreadLine } from "@/app/_parts/unread-line";
import { readColumnChoice } from "@/app/_server/column-choice";
import { readLocale } from "@/app/_server/locale";
import { requireActor } from "@/app/_server/session";
import { BatchBar } from "@/components/bulk/batch-bar";
import { EvidenceFeed } from "@/components/evidence/evidence-feed";
import { EvidenceList } from "@/components/evidence/evidence-list";
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
  const [page, facets, stationNames, choice] = await Promise.all([
    listEvidence(actor, view),
    countEvidenceFacets(actor, view),
    any.length + without.length > 0 ? listRecordNames(actor, { station: [...any, ...without] }) : {},
    readColumnChoice("evidence"),
  ]);
  const isSelectable = may(actor, "take on work");
  return (
    <EvidenceList
      {...{ view, problems, facets, stationNames }}
      total={page.total}
      isLeast={page.isLeast}
      menu={
        <>
          <EvidenceSteps actor={actor} />
          <ListTools actor={actor} list="evidence" query={evidenceFilter.toQuery(view)} />
        </>
      }
    >
      <UnreadLine actor={actor} view={view} />
      <EvidenceFeed {...{ view, page, isSelectable, choice }} />
      {isSelectable && <BatchBar list={evidenceFilter.href("/evidence", view, { after: view.after })} />}
    </EvidenceList>
  );
}
