import { useLocaleCode, useTranslations } from "#translations";
import { useBoxFormatter } from "@/components/records/box-format";
import type { ClaimFacets } from "@/db/access/claims/claim-facets";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { CLAIM_DAYS, type ClaimDay, type ClaimFacet } from "@/lib/filters/claim-filter";
import type { Assessment, ClaimPosition, ClaimScope } from "@/lib/records/claim";
import { countryName } from "@/lib/records/country";
import type { RecordState } from "@/lib/records/editorial";
import { useClaimLabels } from "./claim-labels";

/** Says the ledger's filters and their values in the reader's words. */
export function useClaimListLabels(counts: ClaimFacets) {
  const t = useTranslations("claim");
  const common = useTranslations("common");
  const locale = useLocaleCode();
  const { subject } = useClaimLabels();
  const formatBox = useBoxFormatter();
  const legend = (key: string): string =>
    t(`filter.${key as ClaimFacet | "q" | "presence" | ClaimDay | "records" | "box"}`);
  const formatValue = (key: string, value: string): string => {
    if (key === "subject") return subject(value);
    if (key === "scope") return t(`scope.${value as ClaimScope}`);
    if (key === "country") return countryName(value, locale);
    if (key === "assessment") return t(`assessment.${value as Assessment}`);
    if (key === "position") return t(`positionName.${value as ClaimPosition}`);
    if (key === "state") return common(`state.${value as RecordState}`);
    if (key === "claimant") return counts.claimant.find((found) => found.value === value)?.label ?? value;
    if (key === "presence") return t("presenceSaid");
    if (CLAIM_DAYS.includes(key as ClaimDay)) return formatFuzzyDate({ edtf: value, from: value, to: value }, locale);
    if (key === "records") return t("publishedSaid");
    if (key === "box") return formatBox(value);
    return value;
  };
  return { legend, formatValue };
}
