import { useLocaleCode } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { QuietLink } from "@/components/ui/link";
import type { LedgerClaim } from "@/db/access/claims/claim-ledger";
import { formatClaimDates } from "@/lib/dates/claim-dates";
import { SaidBy } from "./claim-labels";

/** The other side of a contested pair. */
export function Against({ claims }: { claims: LedgerClaim["disputes"] }) {
  const locale = useLocaleCode();
  return (
    <ul className="flex flex-col gap-1 border-l-2 border-data-2 pl-4 text-sm">
      {claims.map((claim) => (
        <li key={claim.id}>
          <QuietLink href={`/claims/${claim.slug}`}>
            <DeskText>{claim.proposition}</DeskText>
          </QuietLink>{" "}
          <span className="text-muted">
            <SaidBy claimants={claim.claimants} />, {formatClaimDates(claim, locale)}
          </span>
        </li>
      ))}
    </ul>
  );
}
