import { useLocaleCode, useWords } from "#words";
import { RangeFigure } from "@/components/claims/range";
import { Link } from "@/components/ui/link";
import { Provenance } from "@/components/ui/provenance";
import type { KeyFigures } from "@/db/access/key-figures";
import { claimFilter } from "@/lib/claim-filter";
import { countryName } from "@/lib/country";
import type { SummaryView } from "@/lib/summary-filter";

/** Whose figure is which, beside what is documented: a range with its claimants, never a sum (rule 1). */
export function Claimed({ numbers: { claimed }, view }: { numbers: KeyFigures; view: SummaryView }) {
  const t = useWords("summary");
  const overview = useWords("overview");
  const locale = useLocaleCode();
  if (!claimed) {
    return (
      <section aria-labelledby="claimed">
        <h2 id="claimed">{t("claimedTitle")}</h2>
        <p>{t("claimedMixed")}</p>
      </section>
    );
  }
  const isWorld = claimed.of === "world";
  const none = { any: [], without: [] };
  const href = claimFilter.href("/claims", {
    ...claimFilter.absent,
    subject: { any: ["station_count"], without: [] },
    scope: isWorld ? { any: ["global"], without: [] } : none,
    country: isWorld ? none : view.country,
  });
  return (
    <section aria-label={t("claimedTitle")} data-figure="claimed">
      <RangeFigure
        level={2}
        place={isWorld ? t("world") : countryName(claimed.of, locale)}
        marks={claimed.marks}
        documented={claimed.documented}
        provenance={
          <Provenance source={overview("claimedSource")}>
            <Link href={href}>{t("claimsLink")}</Link>
          </Provenance>
        }
      />
    </section>
  );
}
