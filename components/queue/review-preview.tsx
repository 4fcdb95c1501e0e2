import { useFormat, useTranslations } from "#translations";
import { Checklist } from "@/components/records/checklist";
import { FieldDiff } from "@/components/records/field-diff";
import { RecordFields } from "@/components/records/record-fields";
import { Foreign } from "@/components/ui/foreign";
import { QuietLink } from "@/components/ui/link";
import type { ReviewFile } from "@/db/access/queue/review-file";
import { changedFields } from "@/lib/records/merge";
import { recordPath } from "@/lib/records/record-path";

/** What is read before a decision: what blocks, the sources, what changed, and the whole as it will read. */
export function ReviewPreview({ file }: { file: ReviewFile }) {
  const t = useTranslations("queue");
  const { kind, before, after, names, checklist } = file;
  if (!after) return <p className="text-muted">{t("incomplete")}</p>;
  const isChanged = before !== null && changedFields(before, after).length > 0;
  return (
    <div className="review-text">
      {checklist.length > 0 && <Checklist lines={checklist} />}
      <Sources file={file} />
      {isChanged && (
        <section aria-label={t("difference")}>
          <h3>{t("difference")}</h3>
          <FieldDiff kind={kind} before={before} after={after} names={names} />
        </section>
      )}
      <section aria-label={t("reads")}>
        <h3>{t("reads")}</h3>
        <RecordFields kind={kind} snapshot={after} names={names} />
      </section>
    </div>
  );
}

/** The evidence that it names, as far as its checklist does not list it. */
function Sources({ file: { names, checklist } }: { file: ReviewFile }) {
  const t = useTranslations("queue");
  const format = useFormat();
  const counted = checklist.flatMap(({ records = [] }) => records.filter(({ kind }) => kind === "evidence"));
  const sources = Object.entries(names.evidence ?? {}).filter(
    ([slug]) => !counted.some((record) => record.slug === slug),
  );
  if (sources.length === 0) return null;
  return (
    <section aria-label={t("sources")}>
      <h3>
        {t("sources")} <span className="font-sans font-normal text-muted">{format.number(sources.length)}</span>
      </h3>
      <ul>
        {sources.slice(0, MOST_SOURCES).map(([slug, title]) => (
          <li key={slug}>
            <QuietLink href={recordPath({ kind: "evidence", slug }) ?? ""}>
              <Foreign lang={null}>{title || slug}</Foreign>
            </QuietLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rest stands on the page of what is reviewed. */
const MOST_SOURCES = 12;
