import { useFormat, useTranslations } from "#translations";
import { COUNTRY_SHADES } from "@/lib/map/country-shades";
import { COVERAGES, type CoverageState } from "@/lib/records/coverage";
import { SeveralKey } from "./several-key";

/** The three kinds of countries with their numbers, and what circles mean; it goes into the figure's files too. */
export function MapLegend({ groups, isPart }: { groups: Record<CoverageState, readonly string[]>; isPart: boolean }) {
  const t = useTranslations("map");
  const common = useTranslations("common");
  const format = useFormat();
  return (
    <ul aria-label={t("legend")} className="flex flex-wrap gap-x-5 gap-y-1 py-2 text-xs">
      {COVERAGES.map((coverage) => (
        <li key={coverage} className="flex items-center gap-1.5">
          {coverage !== "reported" ? <Swatch coverage={coverage} /> : isPart && <Shade opacity={1} />}
          <span data-draw="">
            {common(`coverage.${coverage}`)} ({format.number(groups[coverage].length)})
          </span>
          {coverage === "reported" && !isPart && <Shades />}
        </li>
      ))}
      {isPart && (
        <li>
          <span data-draw="">{t("legendWhole")}</span>
        </li>
      )}
      <SeveralKey />
      <li className="flex items-center gap-1.5">
        <svg width="18" height="18" aria-hidden="true" className="print-exact">
          <circle cx="9" cy="9" r="8" className="fill-accent/25 stroke-accent" strokeDasharray="2 1.5" />
        </svg>
        <span data-draw="">{t("precisionCircle")}</span>
      </li>
    </ul>
  );
}

/** How densely a country is filled by the number of its stations on file. */
function Shades() {
  const t = useTranslations("map");
  return COUNTRY_SHADES.map(({ least, opacity }, step) => {
    const next = COUNTRY_SHADES[step + 1]?.least;
    const most = next === undefined ? null : next - 1;
    return (
      <span key={least} className="flex items-center gap-1">
        <Shade opacity={opacity} />
        <span data-draw="">
          {least === 0
            ? t("shadeNone")
            : most === least
              ? least
              : most
                ? `${least}–${most}`
                : t("shadeMost", { least })}
        </span>
      </span>
    );
  });
}

function Shade({ opacity }: { opacity: number }) {
  return (
    <svg width="18" height="18" aria-hidden="true" className="print-exact">
      <rect x="1" y="1" width="16" height="16" className="fill-data-1 stroke-data-1" fillOpacity={opacity} />
    </svg>
  );
}

function Swatch({ coverage }: { coverage: Exclude<CoverageState, "reported"> }) {
  const dots = [3, 8, 13].flatMap((x) => [3, 8, 13].map((y) => ({ x, y })));
  return (
    <svg width="18" height="18" aria-hidden="true" className="print-exact">
      <rect x="1" y="1" width="16" height="16" className="fill-paper stroke-rule-strong" />
      {coverage === "not_examined" && (
        <path d="M1 6l5 -5M1 11L11 1M1 16L16 1M6 17L17 6M11 17l6 -6" className="stroke-data-rest" strokeWidth="1.2" />
      )}
      {coverage === "examined_none_found" && (
        <>
          <rect x="1" y="1" width="16" height="16" className="fill-none stroke-ink" />
          {dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} cx={x + 1} cy={y + 1} r="1.1" className="fill-ink" />
          ))}
        </>
      )}
    </svg>
  );
}
