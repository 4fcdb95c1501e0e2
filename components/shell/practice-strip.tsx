import { useTranslations } from "#translations";

/** Says on every page that nothing on it is real. */
export function PracticeStrip() {
  const t = useTranslations("common");
  return (
    <p
      role="note"
      className="practice-strip border-b border-caution bg-caution-soft px-4 py-1 text-center text-sm font-semibold text-ink"
    >
      {t("practice")}
    </p>
  );
}
