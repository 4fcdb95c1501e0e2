import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { Breadcrumb } from "@/components/records/breadcrumb";
import { type Section, SectionBar } from "@/components/records/section-bar";
import { Foreign } from "@/components/ui/foreign";
import { Badge, StateBadge } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { EvidenceRecord as Item } from "@/db/access/evidence/evidence-file";
import { withSites } from "@/lib/text/site-of-url";
import { EvidenceBearings } from "./evidence-bearings";
import { EvidenceClaims } from "./evidence-claims";
import { EvidenceProvenance } from "./evidence-provenance";
import type { EvidencePartPlace } from "./evidence-rest";

type Props = {
  item: Item;
  place: EvidencePartPlace;
  actions: ReactNode;
  /** Who has read it, and what is to be known before the rest. */
  notices: ReactNode;
  /** The form that says what it does to one more claim. */
  link: ReactNode;
  sections: readonly Section[];
  children: ReactNode;
};

/** An item of evidence: where it comes from, what it does to the claims, and what it bears on. */
export function EvidenceFile({ item, place, actions, notices, link, sections, children }: Props) {
  const t = useTranslations("evidence");
  return (
    <article>
      <PageHeading
        isSentence
        above={
          <>
            <Breadcrumb places={[{ href: "/evidence", label: t("title") }]} />
            <Badge>{t(`kind.${item.kind}`)}</Badge>
            <StateBadge state={item.state} />
            <span className="font-mono text-xs">{item.slug}</span>
          </>
        }
        title={<Foreign lang={item.titleSeen ? item.language : null}>{item.title}</Foreign>}
        lead={!item.titleSeen && t("untitledNote")}
        actions={actions}
      />
      <SectionBar sections={sections} />
      {notices}
      {item.note && (
        <Notice kind="caution" title={t("caveat")}>
          <p>{withSites(item.note)}</p>
        </Notice>
      )}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <EvidenceClaims item={item} place={place} link={link} />
          {item.summary && (
            <section aria-labelledby="summary" className="mt-8">
              <h2 id="summary">{t("summary")}</h2>
              <p dir="auto" className="measure mt-2 whitespace-pre-line">
                {withSites(item.summary)}
              </p>
            </section>
          )}
        </div>
        <div className="min-w-0 [&>section:first-child]:mt-8">
          <EvidenceProvenance item={item} />
          <EvidenceBearings item={item} place={place} />
        </div>
      </div>
      {children}
    </article>
  );
}
