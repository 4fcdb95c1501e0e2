import { useLocaleCode, useTranslations } from "#translations";
import { QuietLink } from "@/components/ui/link";
import { CoverageMark } from "@/components/ui/marks";
import { countryName } from "@/lib/records/country";

/** The countries that nobody examined, as far as is on file: present by name, not by a zero. */
export function CountryRest({ countries, open }: { countries: readonly string[]; open: boolean }) {
  const t = useTranslations("country");
  const locale = useLocaleCode();
  if (countries.length === 0) return null;
  return (
    <details open={open} className="border-t border-rule pt-3">
      <summary className="font-semibold">
        <CoverageMark coverage="not_examined" /> · {t("rest", { count: countries.length })}
      </summary>
      <p className="measure mt-1 text-sm text-muted">{t("restNote")}</p>
      <ul className="mt-2 columns-2 gap-6 text-sm sm:columns-3 lg:columns-4">
        {countries.map((code) => (
          <li key={code} className="py-0.5">
            <QuietLink href={`/countries/${code.toLowerCase()}`}>{countryName(code, locale)}</QuietLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
