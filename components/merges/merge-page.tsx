import { useFormat, useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { useFieldLabels } from "@/components/records/field-labels";
import type { RecordFormAction } from "@/components/records/record-form";
import { ReferenceField } from "@/components/records/reference-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { ComparedRecords } from "@/db/access/merges/merge-reads";
import type { RecordKind } from "@/lib/records/editorial";
import type { ReferenceNames } from "@/lib/records/record-field";
import { mergePath, workPath } from "@/lib/records/record-path";
import { MergeComparison } from "./merge-comparison";
import { MergeForm } from "./merge-form";
import { MovedRecords } from "./moved-records";

type Record = { readonly slug: string; readonly title: string };

type ChoiceProps = {
  kind: RecordKind;
  record: Record;
  /** What was typed and names no other record, and what is wrong with it. */
  asked: string;
  error: string | undefined;
};

/** First which other record it is. */
export function MergeChoice({ kind, record, asked, error }: ChoiceProps) {
  const t = useTranslations("merge");
  const form = useTranslations("form");
  return (
    <>
      <PageHeading isSentence title={t("title", { title: record.title })} lead={t("lead")} />
      <form action={mergePath(kind, record.slug)} className="flex max-w-2xl flex-col gap-4">
        <Messages of={["record", "form", "organization"]}>
          <ReferenceField
            kind={kind}
            id="merge-with"
            name="with"
            label={t("which")}
            hint={t("whichHint", { title: record.title })}
            defaultValue={asked}
            error={error}
            mayAdd={false}
          />
        </Messages>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" kind="primary">
            {t("next")}
          </Button>
          <ButtonLink kind="quiet" href={workPath(kind, record.slug)}>
            {form("cancel")}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

type Props = { kind: RecordKind; comparison: ComparedRecords; names: ReferenceNames; action: RecordFormAction };

/** Then both side by side, what moves, and why. */
export function MergePage({ kind, comparison, names, action }: Props) {
  const t = useTranslations("merge");
  const format = useFormat();
  const { label } = useFieldLabels(kind, names);
  const { survivor, absorbed, after, conflicts, moved } = comparison;
  return (
    <>
      <PageHeading
        isSentence
        title={t("title", { title: survivor.title })}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={`${mergePath(kind, absorbed.slug)}?with=${survivor.slug}`}>{t("swap")}</ButtonLink>
            <ButtonLink kind="quiet" href={mergePath(kind, survivor.slug)}>
              {t("other")}
            </ButtonLink>
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <section aria-labelledby="compare">
          <h2 id="compare">{t("compare")}</h2>
          <p className="measure mb-2 text-sm text-muted">{t("rule")}</p>
          <MergeComparison kind={kind} stays={survivor} goes={absorbed} after={after} names={names} />
        </section>
        <MovedRecords moved={moved} />
        {conflicts.length > 0 ? (
          <Notice kind="caution" title={t("refused")}>
            {t("conflicts", { fields: format.list(conflicts.map(label)) })}
          </Notice>
        ) : (
          <Messages of={["merge", "form", "proposal"]}>
            <MergeForm
              hidden={{
                kind,
                slug: survivor.slug,
                basedOn: String(survivor.version),
                absorbed: absorbed.slug,
                absorbedVersion: String(absorbed.version),
              }}
              reasonLabel={t("reason")}
              action={action}
              cancelHref={workPath(kind, survivor.slug)}
            />
          </Messages>
        )}
      </div>
    </>
  );
}
