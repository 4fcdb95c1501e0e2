import { Circle, Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import type { Locale } from "@/lib/text/locale";
import { percentOnAxis, rangeAxis } from "@/lib/text/range-axis";
import { getTranslations } from "@/lib/text/translations";
import { getFormatter } from "@/lib/text/translator";
import { BLUE, ORANGE, RULE, styles } from "./styles";

const WIDTH = 250;
const MOST_MARKS = 11;

type Claim = NonNullable<SummaryData["numbers"]["claimed"]>;

/** Each claimant's figure on one axis, and our documented one below: never a sum (rule 1). */
export function PdfClaimed({ data: { numbers }, locale }: { data: SummaryData; locale: Locale }) {
  const t = getTranslations(locale, "summary");
  const { claimed } = numbers;
  if (!claimed) {
    return (
      <View>
        <Text style={styles.heading}>{t("claimedTitle")}</Text>
        <Text>{t("claimedMixed")}</Text>
      </View>
    );
  }
  const place = claimed.of === "world" ? t("world") : countryName(claimed.of, locale);
  const axis = rangeAxis(Math.max(claimed.documented, ...claimed.marks.map(({ value }) => value)));
  const at = (value: number) => (percentOnAxis(axis, value) / 100) * WIDTH;
  // What stands comes first when there is no room for all.
  const shown = new Set(
    [...claimed.marks].sort((a, b) => Number(b.standing) - Number(a.standing)).slice(0, MOST_MARKS),
  );
  return (
    <View>
      <Text style={styles.heading}>{t("claimedTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>
        {t("claimedLead", { place })} {claimed.marks.length === 0 && `${t("claimedNone")}.`}
      </Text>
      {claimed.marks
        .filter((mark) => shown.has(mark))
        .map((mark) => {
          const [x, aside] = [at(mark.value), asideOf(mark, locale)];
          const key = `${mark.value} ${mark.bound} ${mark.claims[0]?.slug}`;
          return (
            <View key={key} style={{ flexDirection: "row", alignItems: "center", gap: 8 }}>
              <Text style={{ width: 250 }}>
                <Text style={styles.bold}>{figureOf(mark, locale)}</Text> {saidBy(mark, locale)}
                {aside && ` (${aside})`}
              </Text>
              <Svg width={WIDTH} height={12}>
                <Line x1={0} x2={WIDTH} y1={6} y2={6} stroke={RULE} strokeWidth={0.5} />
                {mark.standing && mark.bound === "at_least" && (
                  <Line x1={x} x2={WIDTH} y1={6} y2={6} stroke={ORANGE} strokeWidth={2} />
                )}
                <Circle
                  cx={x}
                  cy={6}
                  r={mark.standing ? 3.5 : 2.5}
                  stroke={ORANGE}
                  strokeWidth={1.2}
                  fill={mark.standing ? ORANGE : "#ffffff"}
                />
              </Svg>
            </View>
          );
        })}
      <View style={{ flexDirection: "row", alignItems: "center", gap: 8 }}>
        <Text style={[styles.bold, { width: 250 }]}>{t("documentedHere", { count: claimed.documented })}</Text>
        <Svg width={WIDTH} height={12}>
          <Rect x={0} y={2} width={at(claimed.documented)} height={8} fill={BLUE} />
        </Svg>
      </View>
    </View>
  );
}

type Mark = Claim["marks"][number];

const figureOf = (mark: Mark, locale: Locale) =>
  getTranslations(locale, "claim")(`bounded.${mark.bound}`, { value: getFormatter(locale).number(mark.value) });

function saidBy(mark: Mark, locale: Locale): string {
  const claim = getTranslations(locale, "claim");
  const names = mark.claimants.map(({ name }) => name);
  const claimants = names.length > 0 ? getFormatter(locale).list(names) : claim("noClaimant");
  return claim("rangeSaid", { claimants, asOf: formatFuzzyDate(mark.asOf, locale) });
}

function asideOf(mark: Mark, locale: Locale): string {
  const claim = getTranslations(locale, "claim");
  const relayed = mark.relayedBy && claim("rangeRelayed", { names: mark.relayedBy.name });
  return [relayed, !mark.standing && claim("rangeEarlier")].filter(Boolean).join("; ");
}
