import { G, Line, Polygon, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { SummaryData } from "@/app/_server/summary";
import { countryName } from "@/lib/country";
import type { Locale } from "@/lib/locale";
import {
  ANSWER_PARTS,
  drawAnswers,
  drawMonths,
  drawSteps,
  MOST_GOVERNMENTS,
  MOST_MONTHS,
} from "@/lib/summary-drawing";
import { findAnswers, findMonths, findSteps, sayPart } from "@/lib/summary-pictures";
import { formatFor } from "@/lib/translator";
import { wordsFor } from "@/lib/words";
import { ANSWER_COLOURS, BLUE, INK, MUTED, RULE, STATUS_COLOURS, styles } from "./styles";

type Props = { data: SummaryData; locale: Locale };

const HALF = 245;

/** The page's pictures from the same numbers, as vectors. */
export function Pictures({ data, locale }: Props) {
  return (
    <>
      <View style={styles.columns}>
        <Answers data={data} locale={locale} />
        <Months data={data} locale={locale} />
      </View>
      <Steps data={data} locale={locale} />
    </>
  );
}

function Answers({ data: { countries }, locale }: Props) {
  const t = wordsFor(locale, "summary");
  const { rows, rest } = drawAnswers(countries, MOST_GOVERNMENTS);
  const bars = HALF - 90;
  return (
    <View style={styles.column}>
      <Text style={styles.small}>{t("governmentsTitle")}</Text>
      <Text style={styles.muted}>{findAnswers(rows, rest, locale)}</Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: 8, marginVertical: 3 }}>
        {ANSWER_PARTS.map((part) => (
          <Key key={part} colour={ANSWER_COLOURS[part]} label={sayPart(part, locale)} />
        ))}
      </View>
      {rows.map(({ country, total, parts }) => (
        <View key={country} style={{ flexDirection: "row", alignItems: "center", height: 12 }}>
          <Text style={{ width: 74, fontSize: 8, maxLines: 1, textOverflow: "ellipsis" }}>
            {countryName(country, locale)}
          </Text>
          <Svg width={bars} height={9}>
            {parts.map(({ part, from, to }) => (
              <Rect
                key={part}
                x={from * bars}
                y={0.5}
                width={Math.max(0.5, (to - from) * bars - 0.7)}
                height={8}
                fill={ANSWER_COLOURS[part]}
              />
            ))}
          </Svg>
          <Text style={{ fontSize: 8, marginLeft: 3 }}>{formatFor(locale).number(total)}</Text>
        </View>
      ))}
    </View>
  );
}

function Months({ data: { months }, locale }: Props) {
  const t = wordsFor(locale, "summary");
  const drawn = drawMonths(months.months, MOST_MONTHS);
  const { bars, axis } = drawn;
  const [height, left] = [118, 18];
  const at = (share: number) => 6 + (height - 6) * (1 - share);
  const place = (share: number) => left + share * (HALF - left);
  return (
    <View style={styles.column}>
      <Text style={styles.small}>{t("monthsTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>{findMonths(drawn, months, locale)}</Text>
      <Svg width={HALF} height={height + 12}>
        {axis.ticks.map((tick) => (
          <G key={tick}>
            <Line
              x1={left}
              x2={HALF}
              y1={at(tick / axis.max)}
              y2={at(tick / axis.max)}
              stroke={RULE}
              strokeWidth={0.5}
            />
            <Text x={0} y={at(tick / axis.max) + 2} style={{ fontFamily: "Sans", fontSize: 6.5 }} fill={MUTED}>
              {formatFor(locale).number(tick)}
            </Text>
          </G>
        ))}
        {bars.map(({ month, from, to, height: share }, index) => (
          <G key={month}>
            <Rect
              x={place(from)}
              width={(to - from) * (HALF - left)}
              y={at(share)}
              height={share * (height - 6)}
              fill={BLUE}
            />
            {(month.endsWith("-01") || (index === 0 && Number(month.slice(5)) < 10)) && (
              <Text x={place(from)} y={height + 9} style={{ fontFamily: "Sans", fontSize: 6.5 }} fill={MUTED}>
                {month.slice(0, 4)}
              </Text>
            )}
          </G>
        ))}
      </Svg>
    </View>
  );
}

function Steps({ data: { steps, view, today }, locale }: Props) {
  const t = wordsFor(locale, "summary");
  const words = wordsFor(locale, "status");
  const drawing = drawSteps(steps.steps, view.to ?? today);
  const [width, height, left, top] = [370, 110, 18, 5];
  const along = (share: number) => left + share * (width - left);
  const up = (share: number) => top + (height - top) * (1 - share);
  const day = (iso: string) =>
    formatFor(locale).dateTime(new Date(`${iso}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });
  return (
    <View>
      <Text style={styles.small}>{t("stepsTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>{findSteps(steps.steps, steps.undated, locale)}</Text>
      {drawing && (
        <View style={{ flexDirection: "row", gap: 10 }}>
          <View>
            <Svg width={width} height={height + 3}>
              {drawing.axis.ticks.map((tick) => (
                <G key={tick}>
                  <Line
                    x1={left}
                    x2={width}
                    y1={up(tick / drawing.axis.max)}
                    y2={up(tick / drawing.axis.max)}
                    stroke={RULE}
                    strokeWidth={0.5}
                  />
                  <Text
                    x={0}
                    y={up(tick / drawing.axis.max) + 2}
                    style={{ fontFamily: "Sans", fontSize: 6.5 }}
                    fill={MUTED}
                  >
                    {formatFor(locale).number(tick)}
                  </Text>
                </G>
              ))}
              {drawing.areas.map((area) => (
                <Polygon
                  key={area.status}
                  points={area.points.map(([x, y]) => `${along(x).toFixed(1)},${up(y).toFixed(1)}`).join(" ")}
                  fill={STATUS_COLOURS[area.status]}
                />
              ))}
              <Line x1={left} x2={width} y1={height - 0.5} y2={height - 0.5} stroke={INK} strokeWidth={0.5} />
            </Svg>
            <View style={{ flexDirection: "row", justifyContent: "space-between", width }}>
              <Text style={[styles.note, { marginLeft: left }]}>{day(drawing.first)}</Text>
              {drawing.years.map(({ year, share }) => (
                <Text key={year} style={[styles.note, { position: "absolute", left: along(share) - 8 }]}>
                  {year}
                </Text>
              ))}
              <Text style={styles.note}>{day(drawing.last)}</Text>
            </View>
          </View>
          <View style={{ flexDirection: "column-reverse", justifyContent: "flex-end", gap: 1 }}>
            {drawing.areas
              .filter(({ count }) => count > 0)
              .map(({ status, count }) => (
                <Key
                  key={status}
                  colour={STATUS_COLOURS[status]}
                  label={`${words(`label.${status}`)} ${formatFor(locale).number(count)}`}
                />
              ))}
          </View>
        </View>
      )}
    </View>
  );
}

function Key({ colour, label }: { colour: string; label: string }) {
  return (
    <View style={{ flexDirection: "row", alignItems: "center", gap: 3 }}>
      <View style={{ width: 8, height: 8, backgroundColor: colour }} />
      <Text style={{ fontSize: 7.5 }}>{label}</Text>
    </View>
  );
}
