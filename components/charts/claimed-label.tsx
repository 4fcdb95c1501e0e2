/** Mean width of a letter of a label. */
const LETTER = 6.6;

type LabelProps = { x: number; y: number; text: string; short?: string; end: number; isQuiet?: boolean };

/** A text behind its mark; `short` where that has not the room, and as far to the left as it must where nothing has. */
export function Label({ x, y, text: full, short = full, end, isQuiet = false }: LabelProps) {
  const isTooLongFor = (text: string) => x + text.length * LETTER > end;
  const text = isTooLongFor(full) ? short : full;
  const isTooLong = isTooLongFor(text);
  return (
    <text
      x={isTooLong ? end - 2 : x}
      textAnchor={isTooLong ? "end" : "start"}
      y={y}
      dy="0.34em"
      fontSize={12}
      fontStyle={isQuiet ? "italic" : undefined}
      fontWeight={isQuiet ? 400 : 600}
      fill={isQuiet ? "var(--muted)" : "var(--ink)"}
      stroke="var(--paper)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {text}
    </text>
  );
}
