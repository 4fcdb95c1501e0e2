import type { ReactNode } from "react";
import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { PlacedQuote } from "@/components/files/placed-quote";
import { DeskText } from "@/components/ui/desk-text";
import { Link } from "@/components/ui/link";
import { Badge, StanceMark, StateBadge } from "@/components/ui/marks";
import type { EvidenceRecord } from "@/db/access/evidence/evidence-file";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { isPublic } from "@/lib/records/editorial";
import { withSites } from "@/lib/text/site-of-url";
import { type EvidencePartPlace, EvidenceRest } from "./evidence-rest";
import { RelatedSection } from "./related-section";

type ClaimLink = EvidenceRecord["claims"][number];

/** Each claim that rests on the item: what the item does to it, where it has it from, and the words that say so. */
export function EvidenceClaims({
  item,
  place,
  link,
}: {
  item: EvidenceRecord;
  place: EvidencePartPlace;
  link: ReactNode;
}) {
  const t = useTranslations("evidence");
  return (
    <>
      <RelatedSection
        id="claims"
        title={t("claims")}
        none={t("claimsNone")}
        count={item.parts.claims.total}
        rest={<EvidenceRest item={item} place={place} part="claims" />}
      >
        {item.claims.map((claim) => (
          <ClaimOfItem key={claim.slug} claim={claim} language={item.language} />
        ))}
      </RelatedSection>
      {link}
    </>
  );
}

function ClaimOfItem({ claim, language }: { claim: ClaimLink; language: string | null }) {
  const t = useTranslations("evidence");
  const derivation = useTranslations("claim");
  const locale = useLocaleCode();
  const format = useFormat();
  const who = claim.claimants.map(({ name }) => name);
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <StanceMark stance={claim.stance} />
        <Badge>{derivation(`derivation.${claim.derivation}`)}</Badge>
        {claim.origin && <span className="text-muted">{t("has", { name: claim.origin.name })}</span>}
        {!isPublic(claim.state) && <StateBadge state={claim.state} />}
      </p>
      <p className="measure mt-1">
        <Link href={`/claims/${claim.slug}`}>
          <DeskText>{claim.proposition}</DeskText>
        </Link>
      </p>
      <p className="text-sm text-muted">
        {who.length > 0 ? t("claimedBy", { names: format.list(who) }) : t("claimantUnknown")},{" "}
        {formatClaimDates(claim, locale)}
      </p>
      {claim.quote && (
        <div className="mt-2">
          <PlacedQuote
            claim={claim.slug}
            quote={claim.quote}
            language={language}
            place={claim.place}
            locator={claim.locator && t("at", { place: withSites(claim.locator) })}
          />
        </div>
      )}
      {!claim.quote && claim.locator && (
        <p className="text-sm text-muted">{t("at", { place: withSites(claim.locator) })}</p>
      )}
    </li>
  );
}
