import { G, Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { ComponentType } from "react";
import { buildRecordsFigures } from "@/components/summary/records-figures";
import type { SummaryData } from "@/db/access/figures/summary-page";
import { ANSWER_PARTS, type AnswersLayout, formatAnswerPart } from "@/lib/charts/answers";
import type { MonthsLayout } from "@/lib/charts/evidence-months";
import type { BuiltFigure, FigureLayout, SummaryFigureName } from "@/lib/charts/figures";
import { ANSWER_PATTERNS, STATUS_PATTERNS } from "@/lib/charts/patterns";
import { stackedAreas, yearsBetweenEnds } from "@/lib/charts/status-areas";
import type { StatusLayout } from "@/lib/charts/status-layout";
import { dayOf } from "@/lib/dates/days";
import { formatDay } from "@/lib/dates/format-date";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";
import { getFormatter } from "@/lib/text/translator";
import { boxPath, Clips, Key, Patterned, type PdfShape } from "./patterned";
import { BLUE, INK, MUTED, RULE, styles } from "./styles";

/** The figures of records; that of the desk’s work stands with the work. */
type RecordsFigureName = Exclude<SummaryFigureName, "weeks">;
type DrawingProps<N extends SummaryFigureName> = { layout: FigureLayout<N>; locale: Locale };

const DRAWINGS: { readonly [N in RecordsFigureName]: ComponentType<DrawingProps<N>> } = {
  answers: Answers,
  months: Months,
  steps: Steps,
};

const HALF = 245;

/** The page's figures from the same layouts, as vectors. */
export function PdfFigures({ data, locale }: { data: SummaryData; locale: Locale }) {
  const { answers, months, steps } = buildRecordsFigures(data, locale);
  return (
    <>
      <View style={styles.columns}>
        <View style={styles.column}>
          <PdfFigure figure={answers} locale={locale} />
        </View>
        <View style={styles.column}>
          <PdfFigure figure={months} locale={locale} />
        </View>
      </View>
      <PdfFigure figure={steps} locale={locale} />
    </>
  );
}

function PdfFigure<N extends RecordsFigureName>({ figure, locale }: { figure: BuiltFigure<N>; locale: Locale }) {
  const { name, data, layout } = figure;
  const Drawing: ComponentType<DrawingProps<N>> = DRAWINGS[name];
  return (
    <View>
      <Text style={styles.small}>{data.title}</Text>
      <Text style={[styles.muted, { marginBottom: 3 }]}>{data.finding}</Text>
      <Drawing layout={layout} locale={locale} />
    </View>
  );
}

function Answers({ layout: { bars }, locale }: { layout: AnswersLayout; locale: Locale }) {
  const width = HALF - 90;
  return (
    <>
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: 8, marginBottom: 3 }}>
        {ANSWER_PARTS.map((part) => (
          <Key key={part} pattern={ANSWER_PATTERNS[part]} label={formatAnswerPart(part, locale)} />
        ))}
      </View>
      {bars.map(({ key, label, count, parts }) => (
        <View key={key} style={{ flexDirection: "row", alignItems: "center", height: 12 }}>
          <Text style={{ width: 74, fontSize: 8, maxLines: 1, textOverflow: "ellipsis" }}>{label}</Text>
          <Stack
            width={width}
            shapes={parts.map(({ part, from, to }) => ({
              id: part,
              points: boxPath(from * width, 0, Math.max(0.5, (to - from) * width - 0.7), 8),
              pattern: ANSWER_PATTERNS[part],
            }))}
          />
          <Text style={{ fontSize: 8, marginLeft: 3 }}>{getFormatter(locale).number(count)}</Text>
        </View>
      ))}
    </>
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

function Months({ layout: { rows, most, ticks }, locale }: { layout: MonthsLayout; locale: Locale }) {
  const [height, left] = [118, 18];
  const up = (count: number) => 6 + (height - 6) * (1 - count / most);
  const along = (share: number) => left + share * (HALF - left);
  return (
    <Svg width={HALF} height={height + 12}>
      {ticks.map((tick) => (
        <G key={tick}>
          <Line x1={left} x2={HALF} y1={up(tick)} y2={up(tick)} stroke={RULE} strokeWidth={0.5} />
          <Text x={0} y={up(tick) + 2} style={{ fontFamily: "Sans", fontSize: 8 }} fill={MUTED}>
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
            <Text x={along(from)} y={height + 9} style={{ fontFamily: "Sans", fontSize: 8 }} fill={MUTED}>
              {year}
            </Text>
          )}
        </G>
      ))}
    </Svg>
  );
}

function Steps({ layout, locale }: { layout: StatusLayout; locale: Locale }) {
  if (layout.points.length === 0) return null;
  return (
    <View style={{ flexDirection: "row", gap: 10 }}>
      <StepsDrawing layout={layout} locale={locale} />
      <View style={{ flexDirection: "column-reverse", justifyContent: "flex-end", gap: 1 }}>
        {layout.labels.map(({ status, name, count }) => (
          <Key
            key={status}
            pattern={STATUS_PATTERNS[status]}
            label={`${name} ${getFormatter(locale).number(count)}`}
          />
        ))}
      </View>
    </View>
  );
}

function StepsDrawing({ layout, locale }: { layout: StatusLayout; locale: Locale }) {
  const format = getFormatter(locale);
  const [width, height, left, top] = [370, 110, 18, 5];
  const along = (share: number) => left + share * (width - left);
  const up = (share: number) => top + (height - top) * (1 - share);
  const shapes = stackedAreas(layout).map(({ status, points }) => ({
    id: status,
    points: points.map(([x, y]) => [along(x), up(y)] as const),
    pattern: STATUS_PATTERNS[status],
  }));
  const day = (at: number) => formatDay(dayOf(at), locale, "medium");
  return (
    <View>
      <Svg width={width} height={height + 3}>
        <Clips shapes={shapes} />
        {layout.ticks.map((tick) => {
          const y = up(tick / layout.most);
          return (
            <G key={tick}>
              <Line x1={left} x2={width} y1={y} y2={y} stroke={RULE} strokeWidth={0.5} />
              <Text x={0} y={y + 2} style={{ fontFamily: "Sans", fontSize: 8 }} fill={MUTED}>
                {format.number(tick)}
              </Text>
            </G>
          );
        })}
        {shapes.map((shape) => (
          <Patterned key={shape.id} shape={shape} />
        ))}
        <Line x1={left} x2={width} y1={height - 0.5} y2={height - 0.5} stroke={INK} strokeWidth={0.5} />
      </Svg>
      <View style={{ flexDirection: "row", justifyContent: "space-between", width }}>
        <Text style={[styles.note, { marginLeft: left }]}>{day(layout.from)}</Text>
        {yearsBetweenEnds(layout).map(({ name, share }) => (
          <Text key={name} style={[styles.note, { position: "absolute", left: along(share) - 8 }]}>
            {name}
          </Text>
        ))}
        <Text style={styles.note}>{day(layout.to)}</Text>
      </View>
      {layout.cut && <Text style={styles.note}>{getTranslations(locale, "charts")("drawnSteps", layout.cut)}</Text>}
    </View>
  );
}
