import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { NameLinks } from "@/components/ui/name-links";
import type { Org } from "@/lib/figures/independence";
import { humaniseSubject } from "@/lib/messages/claim-subject-words";
import type { ClaimScope, ValueBound } from "@/lib/records/claim";
import { countryName, regionName } from "@/lib/records/country";

type ClaimReach = {
  readonly scope: ClaimScope;
  readonly region: string | null;
  readonly country: string | null;
  readonly station?: { readonly name: string } | null;
};

/** A claim's subject, place and figure in the reader's words. */
export function useClaimLabels() {
  const t = useTranslations("claim");
  const format = useFormat();
  const locale = useLocaleCode();
  const subject = (code: string) => {
    const key = `subject.${code}` as "subject.status";
    return t.has(key) ? t(key) : humaniseSubject(code);
  };
  const place = ({ scope, region, country, station }: ClaimReach) => {
    if (scope === "station" && station) return station.name;
    if (scope === "region" && region) return regionName(region, locale);
    return country ? countryName(country, locale) : t("scope.global");
  };
  const figure = (value: number | null, bound: ValueBound | null) =>
    value === null ? t("noValue") : t(`bounded.${bound ?? "exactly"}`, { value: format.number(value) });
  return { subject, place, figure };
}

/** A year is no quantity: "2018", not "2,018". */
export const isYearSubject = (subject: string) => /^(?:established|first_established)/.test(subject);

type SaidBy = {
  readonly claimants: readonly Org[];
  readonly relayedBy?: Org | null;
  readonly spokesperson?: string | null;
};

/** "Safeguard Defenders, as relayed by NRC", each a link. */
export function SaidBy({ claimants, relayedBy, spokesperson }: SaidBy) {
  const t = useTranslations("claim");
  return (
    <>
      {claimants.length === 0 && <span className="text-muted">{t("noClaimant")}</span>}
      <NameLinks records={claimants} path="/organizations" />
      {spokesperson && <span className="text-muted"> ({spokesperson})</span>}
      {relayedBy && <span className="text-muted">, {t("relayed", { name: relayedBy.name })}</span>}
    </>
  );
}
