import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { AnnotationSection } from "@/components/timeline/annotation-section";
import { Foreign } from "@/components/ui/foreign";
import { QuietLink } from "@/components/ui/link";
import type { Annotation } from "@/db/access/timeline/annotations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { annotationPath } from "@/lib/timeline/annotation-path";

/** What editors wrote on the timeline and another has to approve there: no record, and in no other list of what waits. */
export function WaitingAnnotations({ annotations }: { annotations: readonly Annotation[] }) {
  const t = useTranslations("queue");
  const explorer = useTranslations("explorer");
  const formatInstant = useFormatInstant();
  const locale = useLocaleCode();
  if (annotations.length === 0) return null;
  return (
    <AnnotationSection title={t("annotationsTitle")} lead={t("annotationsLead")}>
      <ol>
        {annotations.map(({ id, date, text, language, country, by, at, isOwnWork, replaces }) => (
          <li key={id} className="flex flex-col border-b border-rule py-2 text-sm">
            <QuietLink href={annotationPath({ id, date })}>
              <Foreign lang={language}>{text}</Foreign>
            </QuietLink>
            <span className="text-muted">
              {formatFuzzyDate(date, locale)} · {country ? countryName(country, locale) : explorer("noteAll")} ·{" "}
              {explorer("byWhom", { name: by, date: formatInstant(at, "day") })}
              {replaces && <> · {t("annotationsChange")}</>}
            </span>
            {isOwnWork && <span>{explorer("anotherApproves")}</span>}
          </li>
        ))}
      </ol>
    </AnnotationSection>
  );
}
