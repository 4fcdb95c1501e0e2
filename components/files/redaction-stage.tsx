import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslations } from "#translations";
import { picturePath } from "@/lib/records/file";
import { type BoxRow, placeOfRow, rowAfterKey, rowBetween } from "@/lib/records/redaction-rows";

type Props = {
  file: { readonly id: string; readonly name: string };
  page: number;
  rows: readonly BoxRow[];
  add: (row: BoxRow) => void;
  change: (index: number, row: BoxRow) => void;
  remove: (index: number) => void;
};
type Point = { readonly x: number; readonly y: number };

/** A page with the boxes on it. Dragging draws another; a box that has the focus follows the arrow keys. */
export function RedactionStage({ file, page, rows, add, change, remove }: Props) {
  const t = useTranslations("redaction");
  const stage = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 };
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: pointAt(event), to: pointAt(event) });
  };
  const end = (event: PointerEvent) => {
    const drawn = drag && rowBetween(page, drag.from, pointAt(event));
    setDrag(null);
    if (drawn) add(drawn);
  };
  const onKey = (event: KeyboardEvent, index: number, row: BoxRow) => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remove(index);
      return;
    }
    const moved = rowAfterKey(row, event.key, event.shiftKey);
    if (!moved) return;
    event.preventDefault();
    change(index, moved);
  };
  const drawing = drag && rowBetween(page, drag.from, drag.to);
  return (
    <div
      ref={stage}
      className="relative w-fit max-w-full cursor-crosshair touch-pinch-zoom select-none border border-rule bg-raised"
      onPointerDown={begin}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: pointAt(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {/* biome-ignore lint/performance/noImgElement: the picture is made once, and answered to whoever may see the file. */}
      <img
        src={picturePath(file.id, page, "page")}
        alt={t("draw", { page })}
        draggable={false}
        className="block h-auto max-w-full"
      />
      {rows.map((row, index) => {
        const place = Number(row.page) === page ? placeOfRow(row) : null;
        return (
          place && (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its number.
              key={index}
              type="button"
              aria-label={t("box", { number: index + 1 })}
              className="redaction-box cursor-move"
              style={styleOf(place)}
              onPointerDown={(event) => event.stopPropagation()}
              onKeyDown={(event) => onKey(event, index, row)}
            >
              {index + 1}
            </button>
          )
        );
      })}
      {drawing && <span className="redaction-box" style={styleOf(placeOfRow(drawing))} />}
    </div>
  );
}

const styleOf = (place: ReturnType<typeof placeOfRow>) =>
  place
    ? { left: `${place.left}%`, top: `${place.top}%`, width: `${place.width}%`, height: `${place.height}%` }
    : undefined;
