import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import {
  describeComparison,
  describeKeyFigureContext,
  formatKeyFigure,
  formatPeriod,
} from "@/lib/charts/format-summary";
import type { KeyFigure, KeyNumbers } from "@/lib/charts/key-figure";
import type { ClosedDayRange } from "@/lib/filters/summary-filter";

type Props = { figures: readonly KeyFigure[]; numbers: KeyNumbers; previous: ClosedDayRange | null };

/** The numbers that lead the page, each with what it counts, the records behind it, and how it was before. */
export function KeyFigures({ figures, numbers, previous }: Props) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  return (
    <section aria-labelledby="key-figures" className="flex flex-col gap-3">
      <h2 id="key-figures">{t("keyTitle")}</h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:gap-x-8 lg:grid-cols-3 print:grid-cols-3 print:gap-x-5 print:gap-y-2">
        {figures.map((figure) => (
          <OneFigure key={figure.name} {...{ figure, numbers, previous }} />
        ))}
      </dl>
      <p className="text-sm text-muted">
        {previous ? t("compared", { period: formatPeriod(previous, locale) }) : t("noComparison")}
      </p>
    </section>
  );
}

function OneFigure({ figure, numbers, previous }: { figure: KeyFigure } & Omit<Props, "figures">) {
  const t = useTranslations("summary");
  const locale = useLocaleCode();
  const { name, value, href } = figure;
  const label = t(`figure.${name}`);
  const text = formatKeyFigure(figure, locale);
  const aside = describeKeyFigureContext(figure, numbers, locale);
  const comparison = describeComparison(figure, previous, locale);
  return (
    <div className="flex flex-col border-t border-rule-strong pt-2 print:pt-1" data-figure={name}>
      <dt className="text-sm font-semibold">{label}</dt>
      <dd>
        <span
          className={`font-serif tabular-nums ${value === null ? "text-base text-muted" : "text-2xl print:text-lg"}`}
        >
          {href && value !== null ? (
            <QuietLink href={href} aria-label={`${text}. ${t("behind", { figure: label })}`}>
              {text}
            </QuietLink>
          ) : (
            text
          )}
        </span>
        {aside && <span className="ml-2 text-sm text-muted">{aside}</span>}
      </dd>
      {comparison && <dd className="text-sm">{comparison}</dd>}
      <dd>
        <details className="text-sm text-muted print:text-xs">
          <summary className="text-accent print:hidden">{t("definition")}</summary>
          <p className="measure mt-1 print:mt-0">{t(`defined.${name}`)}</p>
        </details>
      </dd>
    </div>
  );
}
