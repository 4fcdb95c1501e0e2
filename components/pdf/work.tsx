import { G, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { DeskFigures, ReviewTime } from "@/db/access/figures/desk-figures";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { buildFigure } from "@/lib/charts/figures";
import { describeWorkload, formatDuration } from "@/lib/charts/format-summary";
import type { WeekBar } from "@/lib/charts/weeks";
import { formatDay, formatInstant } from "@/lib/dates/format-date";
import { waitingByState } from "@/lib/figures/workload";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { getFormatter } from "@/lib/text/translator";
import { BLUE, MUTED, styles } from "./styles";

/** How the desk is doing, in numbers alone. */
export function Work({ data, locale }: { data: SummaryData; locale: Locale }) {
  const { desk, view, seesDrafts, now, timeZone } = data;
  const clock = { locale, timeZone };
  const t = getTranslations(locale, "summary");
  const format = getFormatter(locale);
  const date = (iso: string) => formatInstant(iso, clock, "day");
  const context = { filter: view, seesDrafts, locale, asOf: now.toISOString(), timeZone, revision: desk.head };
  const weeks = buildFigure("weeks", desk, context);
  const { overdue, awaited, oldestDue } = desk.replies;
  const oldest = oldestDue ? `, ${t("repliesOldest", { day: formatDay(oldestDue, locale, "medium") })}` : "";
  return (
    <View>
      <Text style={styles.heading}>{t("workTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 4 }]}>{describeWorkload(desk.head, view, now, clock)}</Text>
      <View style={styles.columns}>
        <View style={styles.column}>
          <Row cells={[t("columnState"), t("columnCount"), t("columnOldest")]} isHead />
          {waitingByState(desk.waiting).map(({ state, count, oldest: since }) => (
            <Row
              key={state}
              cells={[t(`state.${state}`), format.number(count), since ? date(since) : t("nothingWaits")]}
            />
          ))}
        </View>
        <View style={styles.column}>
          <Text style={styles.bold}>{t("reviewTitle")}</Text>
          <Text>{describeReviews(desk.reviews, locale)}</Text>
          <Text style={styles.note}>{t("reviewDefined")}</Text>
          <Text style={[styles.bold, { marginTop: 4 }]}>{t("repliesTitle")}</Text>
          <Text>
            {`${t("repliesOverdue", { count: overdue })}${oldest}; ${t("repliesAwaited", { count: awaited })}.`}
          </Text>
          <Text style={styles.note}>{t("repliesCounted")}</Text>
        </View>
      </View>
      <View style={[styles.columns, { marginTop: 6 }]}>
        {weeks.layout.activities.map(({ name, label, total, bars }) => (
          <View key={name} style={styles.column}>
            <Text>{`${weeks.data.title}: ${label} ${format.number(total)}`}</Text>
            <Bars bars={bars} locale={locale} />
            <View style={{ flexDirection: "row", justifyContent: "space-between", width: WIDTH }}>
              {weeks.layout.ends.map((end) => (
                <Text key={end.week} style={styles.note}>
                  {end.name}
                </Text>
              ))}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}

function describeReviews({ current, previous }: DeskFigures["reviews"], locale: Locale): string {
  const t = getTranslations(locale, "summary");
  const reviewTimes = ({ median, p90, decided }: ReviewTime) =>
    median === null || p90 === null
      ? null
      : { median: formatDuration(median, locale), p90: formatDuration(p90, locale), decided };
  const [now, before] = [reviewTimes(current), reviewTimes(previous)];
  const times = now ? `${t("reviewMedian")}: ${now.median}. ${t("reviewP90")}: ${now.p90}.` : t("reviewNone");
  const past = before ? t("reviewBefore", before) : t("reviewNoneBefore");
  return `${times} ${t("reviewDecided", { count: current.decided })}; ${past}.`;
}

function Row({ cells, isHead = false }: { cells: readonly [string, string, string]; isHead?: boolean }) {
  const weight = isHead ? styles.bold : {};
  return (
    <View style={styles.row}>
      <Text style={[weight, { width: "46%" }]}>{cells[0]}</Text>
      <Text style={[weight, { width: "18%", textAlign: "right", paddingRight: 8 }]}>{cells[1]}</Text>
      <Text style={[weight, { width: "36%" }]}>{cells[2]}</Text>
    </View>
  );
}

const WIDTH = 155;

function Bars({ bars, locale }: { bars: readonly WeekBar[]; locale: Locale }) {
  const [width, height, numbers] = [WIDTH, 34, 9];
  const slot = width / bars.length;
  return (
    <Svg width={width} height={height}>
      {bars.map(({ week, count, height: share }, index) => {
        const tall = share * (height - numbers);
        return (
          <G key={week}>
            <Rect x={index * slot + 1} y={height - tall} width={slot - 2} height={tall} fill={BLUE} />
            {count > 0 && (
              <Text
                x={(index + 0.5) * slot}
                y={height - tall - 2}
                style={{ fontFamily: "Sans", fontSize: 8, textAnchor: "middle" }}
                fill={MUTED}
              >
                {getFormatter(locale).number(count)}
              </Text>
            )}
          </G>
        );
      })}
      <Rect x={0} y={height - 0.5} width={width} height={0.5} fill="#1b1b1a" />
    </Svg>
  );
}
