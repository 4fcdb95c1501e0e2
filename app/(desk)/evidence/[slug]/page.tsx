import type { Metadata } from "next";
import { cache } from "react";
import { useWords } from "#words";
import { found } from "@/app/_server/found";
import { requireActor } from "@/app/_server/session";
import { EvidenceBearings } from "@/components/evidence/evidence-bearings";
import { EvidenceClaims } from "@/components/evidence/evidence-claims";
import { EvidenceProvenance } from "@/components/evidence/evidence-provenance";
import { EditLink, StandingPanel } from "@/components/records/standing-panel";
import { Foreign } from "@/components/ui/foreign";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { findEvidence } from "@/db/access/evidence-file";
import { findStanding } from "@/db/access/standing";
import { withSites } from "@/lib/site";
import { stepAction } from "../../step-action";

/** The page and its title ask for the same. */
const readEvidence = cache(findEvidence);

type Props = PageProps<"/evidence/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  return { title: (await found(readEvidence(actor, (await params).slug))).title };
}

export default async function EvidenceItemPage({ params }: Props) {
  const actor = await requireActor();
  const { slug } = await params;
  const [item, standing] = await found(
    Promise.all([readEvidence(actor, slug), findStanding(actor, "evidence", slug)]),
  );
  const t = useWords("evidence");
  const href = `/evidence/${slug}`;
  return (
    <article>
      <PageHeading
        above={
          <>
            <Badge>{t(`kind.${item.kind}`)}</Badge>
            <StateBadge state={item.state} />
            <span className="font-mono text-xs">{item.slug}</span>
          </>
        }
        title={<Foreign lang={item.titleSeen ? item.language : null}>{item.title}</Foreign>}
        lead={!item.titleSeen && t("untitledNote")}
        actions={<EditLink actor={actor} permission="record evidence" standing={standing} href={`${href}/edit`} />}
      />
      {item.note && (
        <Notice kind="caution" title={t("caveat")}>
          <p>{withSites(item.note)}</p>
        </Notice>
      )}
      <div className="mt-6 grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <EvidenceProvenance item={item} />
          {item.summary && (
            <section aria-labelledby="summary" className="mt-8">
              <h2 id="summary">{t("summary")}</h2>
              <p className="measure mt-2 whitespace-pre-line">{withSites(item.summary)}</p>
            </section>
          )}
          <EvidenceClaims claims={item.claims} language={item.language} />
        </div>
        <div className="min-w-0 [&>section:first-child]:max-lg:mt-8 [&>section:first-child]:lg:mt-0">
          <EvidenceBearings item={item} />
        </div>
      </div>
      <StandingPanel actor={actor} kind="evidence" standing={standing} action={stepAction} />
    </article>
  );
}
