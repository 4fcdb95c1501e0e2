import { useTranslations } from "#translations";

type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
type Credibility = "1" | "2" | "3" | "4" | "5" | "6";
type Props = { reliability: Reliability | null; credibility: Credibility | number | null };

/**
 * The Admiralty grade ("B2"): a source's reliability A–F and an item's credibility 1–6. Its words are there for
 * hover, focus and print. A half that nobody graded is "–", and nothing is drawn where neither was; F and 6 mean "cannot be judged", not "worst".
 */
export function Grade({ reliability, credibility }: Props) {
  const t = useTranslations("common");
  if (reliability === null && credibility === null) return null;
  const sentence = t("grade.sentence", {
    reliability: t(`grade.reliability.${reliability ?? "none"}`),
    credibility: t(
      `grade.credibility.${(credibility === null ? "none" : String(credibility)) as Credibility | "none"}`,
    ),
  });
  return (
    <button
      type="button"
      className="grade group relative inline-block cursor-help text-left font-mono text-sm max-sm:min-h-6 max-sm:min-w-6"
    >
      <span aria-hidden="true" className="border-b border-dotted border-rule-strong">
        {reliability ?? "–"}
        {credibility ?? "–"}
      </span>
      <span className="sr-only group-hover:float-note group-focus:float-note print:not-sr-only print:font-sans">
        {" "}
        {sentence}
      </span>
    </button>
  );
}
