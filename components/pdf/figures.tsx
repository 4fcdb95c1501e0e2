import { G, Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { layoutMonths, monthsHeadline } from "@/lib/charts/evidence-months";
import { ANSWER_PATTERNS, STATUS_PATTERNS } from "@/lib/charts/patterns";
import { ANSWER_PARTS, drawAnswers, drawStatus, MOST_GOVERNMENTS } from "@/lib/charts/summary-drawing";
import {
  formatAnswerPart,
  governmentsHeadline,
  MOST_MONTHS,
  statusChangesHeadline,
} from "@/lib/charts/summary-figures";
import { countryName } from "@/lib/records/country";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { getFormatter } from "@/lib/text/translator";
import { boxPath, Clips, Key, Patterned, type PdfShape } from "./patterned";
import { BLUE, INK, MUTED, RULE, styles } from "./styles";

type Props = { data: SummaryData; locale: Locale };

const HALF = 245;

/** The page's figures from the same numbers, as vectors. */
export function PdfFigures({ data, locale }: Props) {
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
  const t = getTranslations(locale, "summary");
  const { rows, rest } = drawAnswers(countries, MOST_GOVERNMENTS);
  const bars = HALF - 90;
  return (
    <View style={styles.column}>
      <Text style={styles.small}>{t("governmentsTitle")}</Text>
      <Text style={styles.muted}>{governmentsHeadline(rows, rest, locale)}</Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: 8, marginVertical: 3 }}>
        {ANSWER_PARTS.map((part) => (
          <Key key={part} pattern={ANSWER_PATTERNS[part]} label={formatAnswerPart(part, locale)} />
        ))}
      </View>
      {rows.map(({ country, total, parts }) => (
        <View key={country} style={{ flexDirection: "row", alignItems: "center", height: 12 }}>
          <Text style={{ width: 74, fontSize: 8, maxLines: 1, textOverflow: "ellipsis" }}>
            {countryName(country, locale)}
          </Text>
          <Stack
            width={bars}
            shapes={parts.map(({ part, from, to }) => ({
              id: part,
              points: boxPath(from * bars, 0, Math.max(0.5, (to - from) * bars - 0.7), 8),
              pattern: ANSWER_PATTERNS[part],
            }))}
          />
          <Text style={{ fontSize: 8, marginLeft: 3 }}>{getFormatter(locale).number(total)}</Text>
        </View>
      ))}
    </View>
  );
}

function Stack({ width, shapes }: { width: number; shapes: readonly PdfShape[] }) {
  return (
    <Svg width={width} height={8}>
      <Clips shapes={shapes} />
      {shapes.map((shape) => (
        <Patterned key={shape.id} shape={shape} />
      ))}
    </Svg>
  );
}

function Months({ data: { months, view }, locale }: Props) {
  const t = getTranslations(locale, "summary");
  const { rows, most, ticks } = layoutMonths(months, MOST_MONTHS, view, locale);
  const [height, left] = [118, 18];
  const up = (count: number) => 6 + (height - 6) * (1 - count / most);
  const along = (share: number) => left + share * (HALF - left);
  return (
    <View style={styles.column}>
      <Text style={styles.small}>{t("monthsTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>{monthsHeadline(months, MOST_MONTHS, locale)}</Text>
      <Svg width={HALF} height={height + 12}>
        {ticks.map((tick) => (
          <G key={tick}>
            <Line x1={left} x2={HALF} y1={up(tick)} y2={up(tick)} stroke={RULE} strokeWidth={0.5} />
            <Text x={0} y={up(tick) + 2} style={{ fontFamily: "Sans", fontSize: 6.5 }} fill={MUTED}>
              {getFormatter(locale).number(tick)}
            </Text>
          </G>
        ))}
        {rows.map(({ month, total, year, from, to }) => (
          <G key={month}>
            <Rect
              x={along(from)}
              width={along(to) - along(from)}
              y={up(total)}
              height={height - up(total)}
              fill={BLUE}
            />
            {year && (
              <Text x={along(from)} y={height + 9} style={{ fontFamily: "Sans", fontSize: 6.5 }} fill={MUTED}>
                {year}
              </Text>
            )}
          </G>
        ))}
      </Svg>
    </View>
  );
}

function Steps({ data: { steps, view, today }, locale }: Props) {
  const t = getTranslations(locale, "summary");
  const tStatus = getTranslations(locale, "status");
  const drawing = drawStatus(steps.steps, view.to ?? today);
  const [width, height, left, top] = [370, 110, 18, 5];
  const along = (share: number) => left + share * (width - left);
  const up = (share: number) => top + (height - top) * (1 - share);
  const shapes = (drawing?.areas ?? []).map(({ status, points }) => ({
    id: status,
    points: points.map(([x, y]) => [along(x), up(y)] as const),
    pattern: STATUS_PATTERNS[status],
  }));
  const day = (iso: string) =>
    getFormatter(locale).dateTime(new Date(`${iso}T12:00:00Z`), { day: "numeric", month: "short", year: "numeric" });
  return (
    <View>
      <Text style={styles.small}>{t("stepsTitle")}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>
        {statusChangesHeadline(steps.steps, steps.undated, locale)}
      </Text>
      {drawing && (
        <View style={{ flexDirection: "row", gap: 10 }}>
          <View>
            <Svg width={width} height={height + 3}>
              <Clips shapes={shapes} />
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
                    {getFormatter(locale).number(tick)}
                  </Text>
                </G>
              ))}
              {shapes.map((shape) => (
                <Patterned key={shape.id} shape={shape} />
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
                  pattern={STATUS_PATTERNS[status]}
                  label={`${tStatus(`label.${status}`)} ${getFormatter(locale).number(count)}`}
                />
              ))}
          </View>
        </View>
      )}
    </View>
  );
}
