import { useFormat, useTranslations } from "#translations";
import { Link } from "@/components/ui/link";
import type { Dispute } from "@/db/access/stations/station-claims";

/** Pairs of claims that don't agree, side by side; neither is above the other. */
export function Contested({ disputes }: { disputes: readonly Dispute[] }) {
  const t = useTranslations("station");
  if (disputes.length === 0) return null;
  return (
    <details className="border-t border-rule pt-2">
      <summary>
        <h3 className="inline text-base">{t("contestedTitle")}</h3>{" "}
        <span className="text-sm text-muted">{disputes.length}</span>
      </summary>
      <p className="measure text-sm text-muted">{t("contestedLead")}</p>
      <ul className="mt-2 border-t border-rule">
        {disputes.map(({ one, other }) => (
          <li
            key={`${one.id} ${other.id}`}
            className="grid gap-x-4 gap-y-1 border-b border-rule py-2 text-sm md:grid-cols-[1fr_auto_1fr]"
          >
            <Claim side={one} />
            <span className="text-muted md:self-center">{t("against")}</span>
            <Claim side={other} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Claim({ side }: { side: Dispute["one"] }) {
  const t = useTranslations("station");
  const format = useFormat();
  return (
    <span className="min-w-0">
      <Link href={`/claims/${side.slug}`}>{side.proposition}</Link>
      <span className="block text-muted">
        {side.claimants.length ? format.list(side.claimants.map(({ name }) => name)) : t("noClaimant")}
      </span>
    </span>
  );
}
