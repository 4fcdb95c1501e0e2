import { useLocaleCode, useTranslations } from "#translations";
import { SaidBy } from "@/components/claims/claim-labels";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import { Badge } from "@/components/ui/marks";
import type { Reply } from "@/db/access/replies/replies";
import { formatClaimDates } from "@/lib/dates/claim-dates";

/** The claims that were put to them, each beside what the answer does to it; a gap is as visible as an answer. */
export function ClaimsPut({ reply: { claims, answer } }: { reply: Reply }) {
  const t = useTranslations("replyRequest");
  const kinds = useTranslations("response");
  const open = claims.filter((claim) => claim.answer === null || claim.answer === "leaves_unanswered");
  return (
    <section aria-labelledby="claims" className="flex flex-col gap-2">
      <h2 id="claims">{t("claimsTitle")}</h2>
      {claims.length === 0 && <p className="text-muted">{t("claimsNone")}</p>}
      {answer && (
        <p>
          <QuietLink href={`/responses/${answer.slug}`}>
            {kinds(`kind.${answer.kind}`)}: <DeskText>{answer.summary}</DeskText>
          </QuietLink>
          {claims.length > 0 && <strong className="block">{t("unansweredCount", { count: open.length })}</strong>}
        </p>
      )}
      <ul>
        {claims.map((claim) => (
          <ClaimPut key={claim.slug} claim={claim} isAnswered={answer !== null} />
        ))}
      </ul>
    </section>
  );
}

function ClaimPut({ claim, isAnswered }: { claim: Reply["claims"][number]; isAnswered: boolean }) {
  const t = useTranslations("replyRequest");
  const kinds = useTranslations("response");
  const locale = useLocaleCode();
  const isOpen = claim.answer === null || claim.answer === "leaves_unanswered";
  return (
    <li className={`border-b border-rule py-2 ${isAnswered && isOpen ? "border-l-2 border-l-caution pl-3" : ""}`}>
      <p className="flex flex-wrap items-baseline gap-2">
        {isAnswered && <Badge>{claim.answer ? kinds(`answer.${claim.answer}`) : t("notMentioned")}</Badge>}
        <QuietLink href={`/claims/${claim.slug}`}>
          <DeskText>{claim.proposition}</DeskText>
        </QuietLink>
      </p>
      <p className="text-sm text-muted">
        <SaidBy claimants={claim.claimants} />, {formatClaimDates(claim, locale)}
      </p>
    </li>
  );
}
