import { useFormat, useLocaleCode, useTranslations } from "#translations";
import { DeskText } from "@/components/ui/desk-text";
import { Foreign } from "@/components/ui/foreign";
import { Link } from "@/components/ui/link";
import { CoverageMark, StateBadge } from "@/components/ui/marks";
import { Provenance } from "@/components/ui/provenance";
import type { CountryFile } from "@/db/access/countries/country-file";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { isPublic } from "@/lib/records/editorial";
import { workPath } from "@/lib/records/record-path";

type Props = {
  file: CountryFile;
  /** True for the desk: each examination links to where it is worked on. */
  isDesk: boolean;
};

/** Whether anybody looked, who, and with what evidence. */
export function CountryCoverage({ file, isDesk }: Props) {
  const t = useTranslations("country");
  const format = useFormat();
  const locale = useLocaleCode();
  return (
    <div className="flex flex-col gap-3">
      <p>
        <CoverageMark coverage={file.coverage} />
        {" · "}
        {t(`coverageOf.${file.coverage}`)}
      </p>
      {file.examinations.length > 0 && file.stations.length > 0 && <p>{t("coverageConflict")}</p>}
      <ul>
        {file.examinations.map((row) => (
          <li key={row.id} className="border-b border-rule py-2 last:border-b-0">
            <p>
              {t("examined", {
                examiners:
                  row.examiners.length > 0
                    ? format.list(row.examiners.map(({ name }) => name))
                    : t("examinerUnknown"),
                date: formatFuzzyDate(row.asOf, locale),
              })}
              {!isPublic(row.state) && (
                <>
                  {" "}
                  <StateBadge state={row.state} />
                </>
              )}
              {isDesk && (
                <>
                  {" "}
                  <Link href={workPath("coverage", row.slug)}>{t("openCoverage")}</Link>
                </>
              )}
            </p>
            {row.note && (
              <p className="measure text-sm text-muted">
                <DeskText>{row.note}</DeskText>
              </p>
            )}
            <p className="text-sm">
              {t("evidence")}:{" "}
              {row.evidence.map(({ slug, title, language }, index) => (
                <span key={slug}>
                  {index > 0 && "; "}
                  <Link href={`/evidence/${slug}`}>
                    <Foreign lang={language}>{title}</Foreign>
                  </Link>
                </span>
              ))}
            </p>
            <Provenance revision={row.version} checkedBy={row.checkedBy} />
          </li>
        ))}
      </ul>
    </div>
  );
}
