"use client";

import { useTranslations } from "#translations";

type Reliability = "A" | "B" | "C" | "D" | "E" | "F";
type Credibility = "1" | "2" | "3" | "4" | "5" | "6";
type Props = { reliability: Reliability | null; credibility: Credibility | number | null };

/**
 * The Admiralty grade ("B2"): a source's reliability A–F and an item's credibility 1–6. Its words are there for
 * hover, focus and print. A half that nobody graded is "–", and nothing is drawn where neither was; F and 6 mean "cannot be judged", not "worst".
 * A client component, since a page has a hundred, and is sent two letters of each instead of its sentence once more.
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
    <button type="button" className="grade">
      <span aria-hidden="true">{`${reliability ?? "–"}${credibility ?? "–"}`}</span>
      <span>{` ${sentence}`}</span>
    </button>
  );
}
