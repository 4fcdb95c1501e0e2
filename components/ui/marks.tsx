import { useTranslations } from "#translations";
import type { RecordState } from "@/lib/records/editorial";
import { type StationStatus, statusGlyph } from "@/lib/records/status";

/** A mark is a shape first: it says the same without its colour, and its words stand beside it. */
const STANCE_GLYPHS = { supports: "+", contradicts: "−", mentions: "·", retracts: "↩" } as const;
export type Stance = keyof typeof STANCE_GLYPHS;

export type Coverage = "reported" | "examined_none_found" | "not_examined";

function Glyph({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="glyph">
      {children}
    </span>
  );
}

/** "⊘ Ordered closed" */
export function StatusMark({ status }: { status: StationStatus }) {
  const t = useTranslations("status");
  return (
    <span className="mark">
      <Glyph>{statusGlyph(status)}</Glyph> {t(`label.${status}`)}
    </span>
  );
}

/** "− Contradicts" */
export function StanceMark({ stance }: { stance: Stance }) {
  const t = useTranslations("common");
  return (
    <span className="mark">
      <Glyph>{STANCE_GLYPHS[stance]}</Glyph> {t(`stance.${stance}`)}
    </span>
  );
}

const COVERAGE_SWATCHES: Record<Coverage, string> = {
  reported: "bg-data-1 border-data-1",
  examined_none_found: "dotted border-ink",
  not_examined: "hatched border-data-rest",
};

/** Solid: reported; dots in an outline: examined, none found; hatched: not examined. */
export function CoverageMark({ coverage }: { coverage: Coverage }) {
  const t = useTranslations("common");
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className={`inline-block size-4 border print-exact ${COVERAGE_SWATCHES[coverage]}`} />
      {t(`coverage.${coverage}`)}
    </span>
  );
}

const STATE_STYLES: Record<RecordState, string> = {
  draft: "border-dashed border-rule-strong",
  in_review: "border-caution text-caution",
  changes_requested: "border-dashed border-caution text-caution",
  approved: "border-accent text-accent",
  published: "border-accent bg-accent text-accent-ink",
  corrected: "border-accent bg-accent text-accent-ink",
  unpublished: "border-rule-strong text-muted line-through",
  retracted: "border-danger text-danger",
  trashed: "border-dashed border-rule-strong text-muted line-through",
  merged: "border-dashed border-rule-strong text-muted",
};

/** The editorial state of a record. */
export function StateBadge({ state }: { state: RecordState }) {
  const t = useTranslations("common");
  return <span className={`badge font-semibold ${STATE_STYLES[state]}`}>{t(`state.${state}`)}</span>;
}

/** A plain label: a kind, a language, a stance of the desk. */
export function Badge({ children }: { children: string }) {
  return <span className="badge border-rule-strong text-muted">{children}</span>;
}
