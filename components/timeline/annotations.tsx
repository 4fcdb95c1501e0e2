import { useFormatInstant, useLocaleCode, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { countryChoices } from "@/components/records/country-choices";
import type { RecordFormAction } from "@/components/records/record-form";
import { Foreign } from "@/components/ui/foreign";
import type { Annotation } from "@/db/access/timeline/annotations";
import { formatFuzzyDate } from "@/lib/dates/fuzzy-date";
import { countryName } from "@/lib/records/country";
import { AnnotationApproval, AnnotationForm, AnnotationRemoval } from "./annotation-form";
import { AnnotationSection } from "./annotation-section";

export type AnnotationActions = Record<"annotate" | "revise" | "approve" | "remove", RecordFormAction>;

type Props = {
  annotations: readonly Annotation[];
  /** The view's query, to come back to. */
  back: string;
  /** Null: this reader may not annotate. */
  actions: AnnotationActions | null;
};

/** What editors wrote on this stretch of time; editors write here, and approve what others wrote, too. */
export function Annotations({ annotations, back, actions }: Props) {
  const t = useTranslations("explorer");
  const countries = countryChoices(useLocaleCode());
  return (
    <AnnotationSection title={t("annotations")} lead={t("annotationsLead")}>
      {annotations.length === 0 && <p className="text-sm">{t("annotationsNone")}</p>}
      <Messages of={["explorer", "form"]}>
        <ol>
          {annotations.map((one) => (
            <Note
              key={one.id}
              note={one}
              replaced={annotations.find(({ id }) => id === one.replaces)}
              isChanging={annotations.some(({ replaces, isWaiting }) => isWaiting && replaces === one.id)}
              {...{ back, actions, countries }}
            />
          ))}
        </ol>
        {actions && <AnnotationForm action={actions.annotate} back={back} countries={countries} />}
      </Messages>
    </AnnotationSection>
  );
}

type NoteProps = Omit<Props, "annotations"> & {
  note: Annotation;
  replaced: Annotation | undefined;
  isChanging: boolean;
  countries: ReturnType<typeof countryChoices>;
};

function Note({ note, replaced, isChanging, back, actions, countries }: NoteProps) {
  const t = useTranslations("explorer");
  const formatInstant = useFormatInstant();
  const locale = useLocaleCode();
  const { id, version, text, language, date, country, by, at, isWaiting, isOwnWork } = note;
  const stored = { id, version, text, language, dated: date.edtf, country };
  const written = formatInstant(at, "day");
  return (
    <li
      id={`note-${id}`}
      className="grid gap-x-4 border-b border-rule py-2 text-sm sm:grid-cols-[11rem_13rem_minmax(0,1fr)]"
    >
      <span className="font-semibold">{formatFuzzyDate(date, locale)}</span>
      <span className="text-muted">{country ? countryName(country, locale) : t("noteAll")}</span>
      <div className="flex flex-col gap-1">
        <span>
          <Foreign lang={language}>{text}</Foreign>
          <span className="text-muted"> · {t("byWhom", { name: by, date: written })}</span>
        </span>
        {isWaiting && (
          <strong className="font-semibold">
            {replaced ? t("waitingChange", { text: replaced.text }) : t("waiting")}
          </strong>
        )}
        {isChanging && <span className="text-muted">{t("changing")}</span>}
        {actions && (
          <div className="flex flex-col gap-2">
            {isWaiting && isOwnWork && <span className="text-muted">{t("anotherApproves")}</span>}
            {isWaiting && !isOwnWork && (
              <AnnotationApproval action={actions.approve} {...{ back, id, version, text }} />
            )}
            {!isChanging && <AnnotationForm action={actions.revise} {...{ back, countries, stored }} />}
            <AnnotationRemoval action={actions.remove} isPublic={!isWaiting} {...{ back, id, version, text }} />
          </div>
        )}
      </div>
    </li>
  );
}
