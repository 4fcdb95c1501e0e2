import { useTranslations } from "#translations";

/** In a map's legend: the mark that stands for several stations. */
export function SeveralKey() {
  const t = useTranslations("map");
  return (
    <li className="flex items-center gap-1.5">
      <svg width="18" height="18" aria-hidden="true" className="print-exact">
        <circle cx="9" cy="9" r="8" className="fill-ink" />
        <text x="9" y="9" dy="0.35em" textAnchor="middle" fontSize="12" className="fill-paper font-semibold">
          2
        </text>
      </svg>
      <span data-draw="">{t("several")}</span>
    </li>
  );
}
