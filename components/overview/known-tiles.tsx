import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { formatClaimedRange } from "@/lib/charts/claim-words";
import { type KnownOverDays, type StateFigure, type StateFigures, stateFigures } from "@/lib/charts/state-figures";
import { daysBetween } from "@/lib/dates/days";
import { type OverviewView, scopeOfOverview } from "@/lib/filters/overview-filter";
import type { ClosedDayRange } from "@/lib/filters/summary-filter";
import { Tile } from "./tile";

type Props = {
  figures: KnownOverDays & { readonly period: ClosedDayRange };
  view: OverviewView;
  seesDrafts: boolean;
};

/** What is documented, claimed and answered, each with its change over the days. */
export function KnownTiles({ figures, view, seesDrafts }: Props) {
  const t = useTranslations("overview");
  const format = useFormat();
  const { documented, claimed, governments, acted, denied } = stateFigures(figures, scopeOfOverview(view));
  const formatChange = useChangeFormatter(daysBetween(figures.period.from, figures.period.to) + 1);
  const counted = ({ value, href }: StateFigure) => ({
    value: format.number(value),
    href: value > 0 ? href : undefined,
  });
  return (
    <>
      <Tile name="documented" term="documented" label={t("documented")} {...counted(documented)}>
        {seesDrafts && documented.onFile > documented.value
          ? t("ofOnFile", { count: documented.onFile })
          : t("inCountries", { count: documented.countries })}{" "}
        · {formatChange(documented.change)}
      </Tile>
      <ClaimedTile claimed={claimed} unchanged={formatChange(0)} />
      <Tile name="governments" label={t("governments", { count: governments.value })} {...counted(governments)}>
        {t("responsesCount", { count: governments.responses })} · {formatChange(governments.change)}
      </Tile>
      <Tile name="acted" label={t("acted", { count: acted.value })} {...counted(acted)}>
        {denied.value > 0 ? (
          <QuietLink href={denied.href}>{t("denied", { count: denied.value })}</QuietLink>
        ) : (
          t("denied", { count: 0 })
        )}{" "}
        · {formatChange(acted.change)}
      </Tile>
    </>
  );
}

/** Whose figures stand, and what stood before; of several countries nobody gave one. */
function ClaimedTile({ claimed, unchanged }: { claimed: StateFigures["claimed"]; unchanged: string }) {
  const t = useTranslations("overview");
  const locale = useLocaleCode();
  const { range, claimants, before, href } = claimed;
  if (!range) {
    return (
      <Tile name="claimed" label={t("claimed")} value={t("noFigure")} isText>
        {t("claimedMixed")}
      </Tile>
    );
  }
  const formatRange = (given: typeof range) => formatClaimedRange({ claimed: given }, locale);
  return (
    <Tile
      name="claimed"
      term="claim"
      label={t("claimed")}
      value={formatRange(range)}
      href={range.marks.length > 0 ? href : undefined}
      isText={range.highest === null}
    >
      {t("claimants", { count: claimants })} ·{" "}
      {before ? t("claimedBefore", { figure: formatRange(before) }) : unchanged}
    </Tile>
  );
}

function useChangeFormatter(days: number) {
  const t = useTranslations("overview");
  const format = useFormat();
  return (change: number) =>
    change === 0
      ? t("noChange", { days })
      : t("change", { change: format.number(change, { signDisplay: "always" }).replace("-", "−"), days });
}
