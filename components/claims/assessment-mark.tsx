import { useTranslations } from "#translations";
import type { Assessment } from "@/lib/records/claim";

/** A shape for each, so that nothing rests on colour. */
const GLYPHS: Record<Assessment, string> = {
  unassessed: "○",
  single_source: "◔",
  corroborated: "●",
  contested: "⇄",
  refuted: "⊗",
  withdrawn: "↩",
};

/** "⇄ Contested": how much support and disagreement there is, never a verdict on truth. */
export function AssessmentMark({ assessment }: { assessment: Assessment }) {
  const t = useTranslations("claim");
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" className="glyph">
        {GLYPHS[assessment]}
      </span>{" "}
      {t(`assessment.${assessment}`)}
    </span>
  );
}
